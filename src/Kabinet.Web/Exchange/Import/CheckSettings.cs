using System.Text.RegularExpressions;
using Kabinet.Cabinet.Icons;
using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.OnlineBooking;
using NodaTime;

namespace Kabinet.Exchange.Import;

/// <summary>What is wrong with the settings of a company file.</summary>
internal sealed partial class CheckSettings(FileProblems problems)
{
    private const int MaxText = 5000, MaxLogo = 100_000;

    /// <summary>The company's zone; null: it has none.</summary>
    public DateTimeZone? Run(CompanyEntry company)
    {
        if (!CompanyAddress.IsValid(company.Address)) problems.Add("company.address", AddressWords(company.Address));
        problems.CheckName("company.name", company.Name);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(company.TimeZone);
        if (zone is null) problems.Add("company.timeZone", $"there is no time zone '{company.TimeZone}'; it is named as in Europe/Moscow");
        CheckAbout(company.About ?? new());
        CheckLook(company.Appearance ?? new());
        if (company.OnlineBooking is { } online) CheckOnlineBooking(online);
        return zone;
    }

    public static string AddressWords(string address) => CompanyAddress.IsReserved(address)
        ? $"'{address}' is a word of Kabinet itself"
        : $"'{address}' is no address: 2 to 40 small Latin letters, digits and inner hyphens";

    private void CheckAbout(AboutCompany about)
    {
        string[] texts = [about.Tagline, about.Description, about.Address, about.Directions, about.Hours, about.OtherAddresses, about.OtherPhones, about.Links];
        foreach (var (name, text) in ((string[])["tagline", "description", "address", "directions", "hours", "otherAddresses", "otherPhones", "links"]).Zip(texts))
            problems.CheckLength($"company.about.{name}", text, MaxText);
        CheckLink("company.about.mapUrl", about.MapUrl);
        CheckLink("company.about.website", about.Website);
        if (about.Phone.Length > 0 && Phones.Normalise(about.Phone) is null) problems.Add("company.about.phone", $"'{about.Phone}' is no phone number");
        foreach (var line in ContactLine.Phones(about.OtherPhones).Where(line => Phones.Normalise(line.Target) is null))
            problems.Add("company.about.otherPhones", $"'{line}' does not begin with a phone number");
        foreach (var line in ContactLine.Links(about.Links).Where(line => WebAddress.Read(line.Target) is null))
            problems.Add("company.about.links", $"'{line}' does not begin with a web address");
        if (about.Email.Length > 0 && !BookingForm.IsEmail(about.Email)) problems.Add("company.about.email", $"'{about.Email}' is no e-mail address");
    }

    private void CheckLook(Appearance look)
    {
        CheckColour("company.appearance.accent", look.Accent);
        problems.CheckLength("company.appearance.logoSvg", look.LogoSvg, MaxLogo);
        if (look.LogoSvg is { } logo && SvgReader.Read(logo) is null)
            problems.Add("company.appearance.logoSvg", "is no plain SVG drawing: paths and shapes in flat colours, with a viewBox");
    }

    private void CheckOnlineBooking(OnlineBookingEntry online)
    {
        const string path = "company.onlineBooking";
        problems.CheckRange($"{path}.step", online.Step, 1, OnlineBookingSettings.MaxStep);
        problems.CheckRange($"{path}.leadTime", online.LeadTime, 0, OnlineBookingSettings.MaxMinutesBefore);
        problems.CheckRange($"{path}.horizonDays", online.HorizonDays, 0, OnlineBookingSettings.MaxHorizonDays);
        problems.CheckRange($"{path}.holdMinutes", online.HoldMinutes, 1, OnlineBookingSettings.MaxHoldMinutes);
        problems.CheckRange($"{path}.cancelCutOff", online.CancelCutOff, 0, OnlineBookingSettings.MaxMinutesBefore);
        problems.CheckRange($"{path}.moveCutOff", online.MoveCutOff, 0, OnlineBookingSettings.MaxMinutesBefore);
        problems.CheckRange($"{path}.maxActiveBookings", online.MaxActiveBookings, 1, OnlineBookingSettings.MaxBookings);
        problems.CheckLength($"{path}.commentPrompt", online.CommentPrompt, OnlineBookingSettings.MaxCommentPromptLength);
        var defaults = new OnlineBookingSettings();
        if ((online.DayFrom ?? defaults.DayFrom) >= (online.EveningFrom ?? defaults.EveningFrom)) problems.Add($"{path}.eveningFrom", "the evening begins before the day");
    }

    /// <summary>An address that a page may lead to: not javascript: and its like.</summary>
    public void CheckLink(string path, string? link)
    {
        if (string.IsNullOrEmpty(link)) return;
        problems.CheckLength(path, link, 2000);
        var isOwn = link is ['/', not '/', ..] && !link.Contains('\\');
        if (!isOwn && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            problems.Add(path, $"'{link}' is no address: it begins with https:// or is a path of the site itself");
    }

    public void CheckColour(string path, string colour)
    {
        if (!Colour().IsMatch(colour)) problems.Add(path, $"'{colour}' is no colour: # and six hexadecimal digits");
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();
}
