using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet;

/// <summary>The company switched its cabinet off: bookings are made by phone, those that exist stay in reach.</summary>
public sealed class ClosedPage : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public string Explanation => Company.About.Phone.Length > 0
        ? T["Записаться можно по телефону. Ваши записи остаются в силе."]
        : T["Ваши записи остаются в силе. Загляните позже."];

    public IActionResult OnGet() => Company.IsPublished ? Redirect(Link()) : Page();
}
