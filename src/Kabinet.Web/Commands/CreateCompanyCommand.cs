using System.CommandLine;
using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Exchange.Import;
using Kabinet.Staff;
using Kabinet.Starting;
using NodaTime;

namespace Kabinet.Commands;

/// <summary>kabinet create-company: an empty company with its owner.</summary>
internal static class CreateCompanyCommand
{
    public static Command Create(CommonOptions common)
    {
        var address = new Option<string>("--address") { Description = "The address of the cabinet, /ADDRESS: small Latin letters, digits, inner hyphens", HelpName = "ADDRESS", Required = true };
        var name = new Option<string>("--name") { Description = "What the company is called", HelpName = "NAME", Required = true };
        var zone = new Option<string>("--time-zone") { Description = "The company's time zone, for example Europe/Moscow", HelpName = "ZONE", Required = true };
        var publish = new Option<bool>("--publish") { Description = "Open the cabinet to clients at once" };
        Check(address, CompanyAddress.IsValid, CheckSettings.AddressWords);
        Check(name, given => given.Trim().Length is > 0 and <= 100, _ => "a company's name has 1 to 100 characters");
        Check(zone, given => DateTimeZoneProviders.Tzdb.GetZoneOrNull(given) is not null, given => $"there is no time zone '{given}'; it is named as in Europe/Moscow");
        var command = new ExplainedCommand("create-company", "Make an empty company and its owner")
        {
            More = OwnerOptions.Help + """


                  kabinet create-company --address mint --name "Студия «Мята»" --time-zone Europe/Moscow --owner olga@mint.example
                """,
        };
        foreach (var option in (Option[])[address, name, zone, publish]) command.Add(option);
        var owner = new OwnerOptions(command, isRequired: true);
        command.SetAction((result, cancel) => RunAsync(
            result, common, new Company(result.GetRequiredValue(address), result.GetRequiredValue(name).Trim(), result.GetRequiredValue(zone)), owner, result.GetValue(publish), cancel));
        return command;
    }

    /// <param name="wanted">Not written: what was typed, in the form of a company.</param>
    private static async Task<int> RunAsync(ParseResult result, CommonOptions common, Company wanted, OwnerOptions options, bool publish, CancellationToken cancel)
    {
        await using var installation = await Installation.OpenAsync(result, common, cancel);
        await using var scope = installation.Scope();
        await using var db = installation.Use<Databases>().Open();
        // Before a password is asked for.
        if (await db.IsAddressTakenAsync(wanted.Slug, cancel)) throw Taken(wanted.Slug);
        var appoint = new AppointStaff(scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<StaffUser>>());
        var owner = (await options.ReadAsync(result, db, appoint, cancel))!;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var made = await CreateCompany.InAsync(db, wanted.Slug, wanted.Name, wanted.TimeZone, new AboutCompany(), installation.Use<IClock>().GetCurrentInstant(), cancel);
        if (made.IsRefused) throw Taken(wanted.Slug);
        var company = made.Value;
        if (publish) company.Publish();
        await appoint.RunAsync(db, company, owner, StaffRole.Owner, resourceId: null, cancel);
        company.Touch();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        NewCompany.Say($"Created {company.Name}", company, owner);
        return ExitCode.Done;
    }

    private static StartException Taken(string address) => new($"there is a company at '{address}' already");

    private static void Check(Option<string> option, Func<string, bool> isGood, Func<string, string> words) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } given && !isGood(given)) result.AddError(words(given));
    });
}
