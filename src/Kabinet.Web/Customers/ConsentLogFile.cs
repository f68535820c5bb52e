using System.Globalization;
using System.Text;
using Kabinet.Cabinet;
using Kabinet.Exchange.Tables;
using Kabinet.OnlineBooking;
using Kabinet.Shell;
using Kabinet.Staff;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>The log of consents as a file for a spreadsheet, filtered as the page is; written while it is read.</summary>
internal static class ConsentLogFile
{
    public const string Path = ConsentLogPage.Path + ".csv";

    public static async Task<IResult> AnswerAsync(HttpContext http, ConsentLog log, CompanySnapshots snapshots, IClock clock)
    {
        var companyId = SignedInMember.Of(http.User)!.CompanyId;
        var company = (await snapshots.GetAsync(companyId, http.RequestAborted)).Catalogue.Company;
        var today = clock.GetCurrentInstant().InZone(company.Zone).Date;
        var rows = log.AllAsync(companyId, ConsentLogFilter.Parse(http.Request.QueryString.Value ?? ""), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(file => WriteAsync(file, rows, company.Zone), "text/csv; charset=utf-8", $"{company.Slug}-consents-{today:uuuu-MM-dd}.csv");
    }

    private static async Task WriteAsync(Stream file, IAsyncEnumerable<LoggedConsent> rows, DateTimeZone zone)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(CsvLine.Of("Дано", "Клиент", "Телефон", "Текст", "Редакция", "Отозвано", "Сетевой адрес"));
        await foreach (var (consent, name, phone) in rows)
            await writer.WriteAsync(CsvLine.Of(
                Stamp(consent.Given, zone), name, phone is null ? "" : Phones.Show(phone).TrimStart('+'), ConsentTextPage.Name(consent.Kind, Texts.Russian),
                consent.Version.ToString(CultureInfo.InvariantCulture), consent.Withdrawn is { } end ? Stamp(end, zone) : "", consent.Address));
    }

    private static string Stamp(Instant at, DateTimeZone zone) => Texts.Russian.Stamp(at.InZone(zone).LocalDateTime);
}
