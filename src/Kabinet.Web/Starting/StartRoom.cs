using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Data.Demo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Starting;

internal static class StartRoom
{
    private const int ShownCompanies = 5;

    /// <summary>While the host starts, a failure is said in one line; it would log it twice with all its frames.</summary>
    public static Action HushUntilStarted(this ILoggingBuilder logging)
    {
        var isStarted = false;
        foreach (var category in (string[])["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"])
            logging.AddFilter(category, level => isStarted && level >= LogLevel.Warning);
        return () => isStarted = true;
    }

    /// <summary>The database ready, with the demo company if it was asked for.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<StartUp>().RunAsync();
        if (app.Configuration.WantsDemo()) await app.Services.GetRequiredService<DemoCompany>().CreateAsync();
    }

    /// <summary>Where everything is, and with what to sign in when it is a demo.</summary>
    public static async Task SayWhereAsync(this WebApplication app)
    {
        if (!app.Logger.IsEnabled(LogLevel.Information)) return;
        var root = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? "";
        await using var db = app.Services.GetRequiredService<Databases>().Open();
        var companies = await db.Companies.OrderBy(company => company.Id).Select(company => new { company.Slug, company.Name }).Take(ShownCompanies).ToListAsync();
        var signIns = await app.Services.GetRequiredService<DemoCompany>().SignInsAsync();

        List<string> lines = ["Kabinet is running. Ctrl+C stops it."];
        if (companies.Count == 0)
        {
            var way = await app.Services.GetRequiredService<CompanyCreation>().WaitsForFirstAsync() ? $"create one at {root}{NewCompanyPage.Path}" : "create one by create-company or import";
            lines.Add($"  There is no company yet: {way}, or start with --demo to look around.");
        }
        lines.AddRange(companies.Select(company => $"  Cabinet      {root}/{company.Slug}   {company.Name}"));
        lines.Add($"  Back office  {root}/office");
        lines.AddRange(signIns.Select(person => $"  Demo staff   {person.Email}   password {person.Password}"));
        if (signIns.Count > 0) lines.Add("  Messages to clients, with their sign-in codes, are written here instead of being sent.");
        Console.WriteLine(string.Join(Environment.NewLine, lines));
    }
}
