using System.Globalization;
using Kabinet.Customers;
using Kabinet.Notifications;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet;

/// <summary>Профиль: contact data, the usual reminder, consents and what the law gives the client.</summary>
public sealed class ProfilePage(ClientProfiles profiles, SaveProfile saveProfile, ChangeAdvertising changeAdvertising, KeepMyData keepMyData, ConsentTexts texts) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public ClientProfile Profile { get; private set; } = ClientProfile.Unknown;
    public ProfileForm Form { get; private set; } = new(null, null, null, null);
    public bool CanAgreeToAdvertising { get; private set; }
    public IReadOnlyList<int?> Reminders { get; } = [null, .. Reminder.Choices];

    public string? Done => Request.Query.ContainsKey("saved") ? T["Сохранили."] : null;

    public bool IsDeletionAsked => Profile.Deletion is { Closed: null };

    /// <summary>Null: nothing was asked for, or he thought better of it.</summary>
    public string? DeletionLine => Profile.Deletion switch
    {
        { Closed: null } open => T["Вы попросили удалить ваши данные {0}. Компания сделает это до {1}.", OnDay(open.Asked), T.DayAndMonth(open.DueOn(Company.Zone), Today)],
        { Outcome: DeletionOutcome.Refused, Closed: { } closed } refused => T["Вы просили удалить ваши данные. Компания ответила {0}: {1}", OnDay(closed), refused.Reason],
        _ => null,
    };

    public string ConsentLine(Consent consent) => consent.Withdrawn is { } end
        ? T["Редакция {0}, дано {1}, отозвано {2}", consent.Version, OnDay(consent.Given), OnDay(end)]
        : T["Редакция {0}, дано {1}", consent.Version, OnDay(consent.Given)];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Form = new ProfileForm(Profile.Name, Profile.Phone.Length > 0 ? Phones.Show(Profile.Phone) : "", Profile.Email, Profile.RemindBefore);
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? phone, string? email, string? reminder, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        int? minutes = string.IsNullOrEmpty(reminder) ? null : int.TryParse(reminder, CultureInfo.InvariantCulture, out var chosen) ? chosen : -1;
        Form = new ProfileForm(name, phone, email, minutes);
        if (IsFormForeign) return Page();
        var outcome = await saveProfile.RunAsync(Company.Id, Form, await EnsureVisitorAsync(), cancel);
        if (!outcome.IsRefused) return Redirect(Link("profile?saved"));
        Refusals.AddRange(outcome.Refusals);
        return Page();
    }

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) => ChangeAsync(visitor => changeAdvertising.WithdrawAsync(Company.Id, visitor, cancel), cancel);

    public Task<IActionResult> OnPostAgreeAsync(CancellationToken cancel) => ChangeAsync(visitor => changeAdvertising.AgreeAsync(Company.Id, visitor, cancel), cancel);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancel) => ChangeAsync(visitor => keepMyData.RunAsync(Company.Id, visitor, cancel), cancel);

    private async Task<IActionResult> ChangeAsync(Func<OnlineBooking.Visitor, Task<Outcome<bool>>> change, CancellationToken cancel)
    {
        if (!IsFormForeign && Visitor is not null)
        {
            await change(Visitor);
            return Redirect(Link("profile?saved"));
        }
        await OnGetAsync(cancel);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Profile = await profiles.FindAsync(Device, cancel);
        CanAgreeToAdvertising = Profile is { IsVerified: true, HasCustomer: true, Advertising: null } && await texts.FindAsync(Company.Id, ConsentKind.Advertising, null, cancel) is not null;
    }

    private string OnDay(NodaTime.Instant at) => T.DayAndMonth(Local(at).Date, Today);
}
