// htmx puts the days anew with the times below them: the strip stays where the finger left it.
let left = 0;
document.addEventListener("htmx:beforeSwap", () => { left = document.querySelector(".day-strip")?.scrollLeft ?? 0; });
document.addEventListener("htmx:afterSwap", () => { document.querySelector(".day-strip")?.scrollTo({ left, behavior: "instant" }); });
