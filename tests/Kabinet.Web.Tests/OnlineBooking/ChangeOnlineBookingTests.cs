using System.Net;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Scheduling;
using Kabinet.Staff;
using Kabinet.Web.Tests.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

public class ChangeOnlineBookingTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task What_an_owner_writes_is_what_the_next_form_begins_with(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var wanted = new OnlineBookingForm
        {
            Step = 20,
            Grid = StartGrid.Clock,
            LeadTime = 0,
            HorizonDays = OnlineBookingSettings.MaxHorizonDays,
            HoldMinutes = 60,
            CancelCutOff = 0,
            MoveCutOff = OnlineBookingSettings.MaxMinutesBefore,
            AllowsSeveralServices = false,
            ArrivalStateId = await salon.StateAsync(OrderStatus.Open),
            PhoneVerification = PhoneVerification.NewClients,
            DayFrom = new LocalTime(11, 30),
            EveningFrom = new LocalTime(18, 0),
        };

        Assert.False((await Change(salon).RunAsync(await salon.OlgaAtDeskAsync(), wanted, await SettingsAsync(salon), Cancel)).IsRefused);

        Assert.Equal(wanted, OnlineBookingForm.Of(await SettingsAsync(salon)));
    }

    [Theory, OnBothDatabases]
    public async Task Whatever_makes_no_sense_is_refused_beside_its_field_all_at_once(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (olga, known) = (await salon.OlgaAtDeskAsync(), await SettingsAsync(salon));
        var nothing = new OnlineBookingForm { ArrivalStateId = 4711 };
        var tooLittle = new OnlineBookingForm
        {
            Step = 0,
            LeadTime = -1,
            HorizonDays = -1,
            HoldMinutes = 0,
            CancelCutOff = -1,
            MoveCutOff = -1,
            DayFrom = new LocalTime(17, 0),
            EveningFrom = new LocalTime(17, 0),
            ArrivalStateId = await salon.StateAsync(OrderStatus.InProgress),
        };
        var tooMuch = OnlineBookingForm.Of(known) with { Step = 1441, LeadTime = 527_041, HorizonDays = 367, HoldMinutes = 61, CancelCutOff = 527_041, MoveCutOff = 527_041 };

        (RefusalReason, string)[] lengths =
            [(RefusalReason.StepInvalid, "step"), (RefusalReason.LeadTimeInvalid, "leadTime"), (RefusalReason.HorizonInvalid, "horizonDays"),
            (RefusalReason.HoldInvalid, "holdMinutes"), (RefusalReason.CutOffInvalid, "cancelCutOff"), (RefusalReason.CutOffInvalid, "moveCutOff")];
        Assert.Equal([.. lengths[..3], (RefusalReason.DayPartInvalid, "dayFrom"), (RefusalReason.DayPartInvalid, "eveningFrom"), .. lengths[3..], (RefusalReason.StateUnknown, "arrivalState")],
            await RefusalsAsync(salon, olga, nothing, known));
        Assert.Equal([.. lengths[..3], (RefusalReason.DayPartsOutOfOrder, "eveningFrom"), .. lengths[3..], (RefusalReason.ArrivalStateNotOpen, "arrivalState")],
            await RefusalsAsync(salon, olga, tooLittle, known));
        Assert.Equal(lengths, await RefusalsAsync(salon, olga, tooMuch, known));
        Assert.Equal(known, await SettingsAsync(salon));
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_owners_at_once_the_second_is_told(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (olga, pavel) = (await salon.OlgaAtDeskAsync(), await salon.AtDeskAsync("pavel@mint.example", "Павел", StaffRole.Owner));
        var known = await SettingsAsync(salon);

        Assert.Empty(await RefusalsAsync(salon, olga, OnlineBookingForm.Of(known) with { Step = 30 }, known));
        Assert.Equal([(RefusalReason.ChangedMeanwhile, "")], await RefusalsAsync(salon, pavel, OnlineBookingForm.Of(known) with { Step = 20 }, known));

        Assert.Equal(30, (await SettingsAsync(salon)).Step);
    }

    [Theory, OnBothDatabases]
    public async Task Only_who_owns_the_company_at_that_moment_changes_them_and_only_its_own(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var known = await SettingsAsync(salon);
        var other = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "other");
        var olga = await salon.OlgaAtDeskAsync();
        var (irina, anna) = (await salon.AtDeskAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager), await salon.AtDeskAsync(SalonStaff.AnnasEmail, "Анна", StaffRole.Specialist));

        // The last but one is a cookie that is behind; the last a member of one company at the desk of another.
        foreach (var member in new[] { irina, anna, irina with { Role = StaffRole.Owner }, olga with { CompanyId = other.Id } })
            Assert.Equal([(RefusalReason.OwnersOnly, "")], await RefusalsAsync(salon, member, OnlineBookingForm.Of(known) with { Step = 20 }, known));

        // A state of another company is none here, whatever its number.
        await using var db = salon.Use<Databases>().Open(other.Id);
        var theirs = new OrderState(other.Id, 9000, "Чужая", OrderStatus.Open, "#000000", 9);
        db.Add(theirs);
        await db.SaveChangesAsync(Cancel);
        Assert.Equal([(RefusalReason.StateUnknown, "arrivalState")], await RefusalsAsync(salon, olga, OnlineBookingForm.Of(known) with { ArrivalStateId = theirs.Id }, known));
        Assert.Equal(known, await SettingsAsync(salon));
    }

    [Fact]
    public async Task The_page_opens_for_an_owner_only()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        foreach (var (email, role) in new[] { (SalonStaff.OlgasEmail, StaffRole.Owner), (SalonStaff.IrinasEmail, StaffRole.Manager), (SalonStaff.AnnasEmail, StaffRole.Specialist) })
            await site.Salon.HireAsync(email, role.ToString(), role);
        using var nobody = new OfficeBrowser(site);
        Assert.StartsWith("/office/sign-in?return=", await nobody.RedirectOfAsync(OnlineBookingPage.Path), StringComparison.Ordinal);

        foreach (var email in new[] { SalonStaff.IrinasEmail, SalonStaff.AnnasEmail })
        {
            using var desk = new OfficeBrowser(site);
            await desk.SignInAsync(email, SalonStaff.Password);
            Assert.StartsWith("/office/no-access", await desk.RedirectOfAsync(OnlineBookingPage.Path), StringComparison.Ordinal);
        }
        using var olga = new OfficeBrowser(site);
        await olga.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        Assert.Equal(HttpStatusCode.OK, await olga.StatusOfAsync(OnlineBookingPage.Path));
    }

    private static ChangeOnlineBooking Change(Salon salon) => salon.Use<ChangeOnlineBooking>();

    private static async Task<OnlineBookingSettings> SettingsAsync(Salon salon)
    {
        await using var db = salon.Db();
        return (await db.Companies.AsNoTracking().SingleAsync(company => company.Id == salon.Company.Id, Cancel)).OnlineBooking;
    }

    private static async Task<List<(RefusalReason, string)>> RefusalsAsync(Salon salon, SignedInMember member, OnlineBookingForm form, OnlineBookingSettings known) =>
        [.. (await Change(salon).RunAsync(member, form, known, Cancel)).Refusals.Select(refusal => (refusal.Reason, refusal.Field))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
