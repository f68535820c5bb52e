using System.Text.Json;
using Kabinet.Customers;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>Подтверждение: contact data, a comment, the reminder, consent, and the booking as it will be.</summary>
public sealed class ConfirmPage(BookAppointment book, HoldTime holdTime, ConsentOffers consents, RequestCode requestCode) : DraftPage
{
    private const string Typed = "typed";

    public ConfirmationFields Fields { get; private set; } = new();
    public ConsentOffer Consents { get; private set; } = new(null, null);

    /// <summary>Until when the time is kept for this browser; null: it is not.</summary>
    public Instant? HeldUntil { get; private set; }

    /// <summary>May the phone have to be proved by a code first?</summary>
    public bool MayNeedCode => Company.OnlineBooking.PhoneVerification != PhoneVerification.Never && Device?.AccountId is null;

    public Choice Choice => Draft.Choice!;
    public Instant Start => Draft.Start!.Value;
    public Refusal? RefusedStart => Refusals.Find(refusal => refusal.Field == DraftReader.StartName);

    public IEnumerable<int?> Reminders => Reminder.ChoicesBefore(Start, Now).Cast<int?>().Prepend(null);
    public bool IsReminder(int? minutes) => Fields.Reminder == ConfirmationFields.Text(minutes);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Read();
        if (!IsComplete) return RedirectTo("new");
        Fields = TempData[Typed] is string typed ? JsonSerializer.Deserialize<ConfirmationFields>(typed)! : ConfirmationFields.Of(Device);
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Read();
        Fields = ConfirmationFields.Read(Form);
        if (!IsComplete) return LeaveTo("new");
        if (IsFormForeign) return await ShowAsync(cancel);
        if (Form.ContainsKey("another")) return LeaveTo("new/time");
        if (LocalStart.Read(Form[DraftReader.StartName], Snapshot.Catalogue.Zone) is { } another) return await HoldAsync(another, cancel);
        return await BookAsync(cancel);
    }

    private IFormCollection Form => Request.HasFormContentType ? Request.Form : FormCollection.Empty;

    private bool IsComplete => Draft is { Choice: not null, Start: not null };

    private async Task<IActionResult> BookAsync(CancellationToken cancel)
    {
        // Whether the time is still to be had is said by the booking itself: sent twice, it was taken by the first.
        Refusals.Clear();
        var visitor = await EnsureVisitorAsync();
        var booked = await book.RunAsync(Company.Id, Fields.ToForm(Choice, Start), visitor, cancel);
        if (!booked.IsRefused) return Redirect(Link($"new/done/{booked.Value.Id}"));
        if (booked.Refusals is [{ Reason: RefusalReason.PhoneNotVerified }]) return await ProvePhoneAsync(visitor, cancel);
        if (booked.Refusals.Any(refusal => refusal.Field is DraftReader.ServiceName or DraftReader.ResourceName)) return LeaveTo("new");
        Refusals.AddRange(booked.Refusals);
        return await ShowAsync(cancel);
    }

    /// <summary>A code goes out, and with it the client comes back here, to everything that was typed.</summary>
    private async Task<IActionResult> ProvePhoneAsync(Visitor visitor, CancellationToken cancel)
    {
        var code = await requestCode.RunAsync(Company.Id, Fields.Phone, visitor, cancel: cancel);
        if (!code.IsRefused) return LeaveTo($"sign-in/code?id={code.Value:N}&return={Uri.EscapeDataString(To("new/confirm", Draft))}", "");
        Refusals.AddRange(code.Refusals);
        return await ShowAsync(cancel);
    }

    /// <summary>Another of the nearest times, taken with everything that was typed.</summary>
    private async Task<IActionResult> HoldAsync(Instant start, CancellationToken cancel)
    {
        Choose(start);
        var visitor = await EnsureVisitorAsync();
        var hold = await holdTime.RunAsync(Company.Id, [.. Draft.Services.Select(service => service.Id)], Draft.Resource?.Id, start, null, visitor.DeviceId, cancel);
        if (hold.IsRefused) Refusals.AddRange(hold.Refusals.Select(refusal => refusal with { NearestFree = Mine.NearestAround(Choice, start, Now) }));
        else HeldUntil = hold.Value.Expires;
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Fields = Fields.At(Start, Now);
        HeldUntil ??= Device is null ? null : Snapshot.HeldUntil(Device.Id, Start, Now);
        Consents = await consents.FindAsync(Company.Id, Visitor, Phones.Normalise(Fields.Phone), cancel);
        return Page();
    }

    /// <summary>To another page and back with everything that was typed.</summary>
    private RedirectResult LeaveTo(string path) => LeaveTo(path, Request.QueryString.Value);

    private RedirectResult LeaveTo(string path, string? query)
    {
        TempData[Typed] = JsonSerializer.Serialize(Fields.Clipped());
        return Redirect(Link(path) + query);
    }
}
