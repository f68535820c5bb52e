using System.CommandLine;
using Kabinet.Data;
using Kabinet.Exchange.Import;
using Kabinet.Staff;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Kabinet.Commands;

/// <summary>kabinet import FILE: a new company, all of it or nothing.</summary>
internal static class ImportCommand
{
    private const int ShownProblems = 100;

    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "The company as JSON; - reads the standard input" };
        var command = new ExplainedCommand("import", "Make a new company of a file")
        {
            More = """
                The file has the settings, resources, services, schedules, customers and work orders of one company. All of it is imported,
                in one transaction, or nothing: whatever is wrong is listed with its path in the file, and a second try meets no remains of
                the first. The address must be free. Clients are told nothing of imported orders, but reminders that are still to come are
                sent. While a large file is written, a few seconds, bookings on the same embedded database wait.

                Nobody can sign in to the back office of a company that has no owner: name one with --owner.
                """ + " " + OwnerOptions.Help + """


                The form of the file: docs/import.md, docs/import.schema.json; an example: docs/import-example.json.

                  kabinet import docs/import-example.json --data /var/lib/kabinet
                """,
        };
        command.Add(file);
        var owner = new OwnerOptions(command, isRequired: false);
        command.SetAction((result, cancel) => RunAsync(result, common, result.GetRequiredValue(file), owner, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CommonOptions common, string file, OwnerOptions options, CancellationToken cancel)
    {
        using var progress = new ProgressLine(TimeProvider.System);
        progress.Show(new("Reading"));
        var bytes = InputFile.WithoutMark(await InputFile.ReadBytesAsync(file, cancel));
        progress.Show(new("Checking"));
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        if (ImportCompany.Read(bytes, now, out var problems) is not { } checkedFile) return Refuse(progress, file, problems);

        progress.Dispose();
        await using var installation = await Installation.OpenAsync(result, common, cancel);
        await using var scope = installation.Scope();
        var appoint = new AppointStaff(scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>());
        var owner = await ReadOwnerAsync(result, installation, options, appoint, cancel);
        var outcome = await new ImportCompany(installation.Use<Databases>(), installation.Use<IClock>()).RunAsync(
            checkedFile, progress.Show, (db, company) => owner is null ? Task.CompletedTask : appoint.RunAsync(db, company, owner, StaffRole.Owner, resourceId: null, cancel), cancel);
        if (outcome.Company is not { } company) return Refuse(progress, file, outcome.Problems);
        progress.Dispose();
        NewCompany.Say($"Imported {company.Name}: {Counts(checkedFile)}", company, owner);
        return ExitCode.Done;
    }

    private static async Task<NewMember?> ReadOwnerAsync(ParseResult result, Installation installation, OwnerOptions options, AppointStaff appoint, CancellationToken cancel)
    {
        await using var db = installation.Use<Databases>().Open();
        return await options.ReadAsync(result, db, appoint, cancel);
    }

    private static string Counts(CheckedFile file) =>
        $"resources {file.Resources.Count}, services {file.Services.Count}, customers {file.Customers.Count}, work orders {file.Orders.Count}";

    private static int Refuse(ProgressLine progress, string file, IReadOnlyList<FileProblem> problems)
    {
        progress.Dispose();
        foreach (var problem in problems.Take(ShownProblems)) Console.Error.WriteLine(problem);
        if (problems.Count > ShownProblems) Console.Error.WriteLine($"… and {problems.Count - ShownProblems} more");
        Console.Error.WriteLine($"Kabinet: {file} is not imported: {problems.Count} {(problems.Count == 1 ? "problem" : "problems")}");
        return ExitCode.Refused;
    }
}
