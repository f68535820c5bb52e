using System.Runtime.CompilerServices;
using Kabinet.Customers;
using Kabinet.OnlineBooking;

namespace Kabinet.Cabinet;

/// <summary>What every page of a cabinet shows of the company and is not cheap to work out: done once for each state of the catalogue.</summary>
internal sealed class Masthead
{
    private static readonly ConditionalWeakTable<CompanyCatalogue, Masthead> Known = [];

    private Masthead(CompanyCatalogue catalogue)
    {
        var company = catalogue.Company;
        Phone = company.About.Phone.Length > 0 ? Phones.Show(company.About.Phone) : "";
        var accent = Accent.Of(company.Appearance.Accent);
        Style = accent.Style;
        Plain = ("#f8f6f3", "#12100e");
        Tinted = (accent.Hex(.957, .27), accent.Hex(.285, .33));
    }

    /// <summary>+7 495 123-45-67; empty: none.</summary>
    public string Phone { get; }

    /// <summary>The accent as properties of style sheets.</summary>
    public string Style { get; }

    /// <summary>The colour of the browser's own bars, light and dark, over a page's plain top and over one in the accent's tint.</summary>
    public (string Light, string Dark) Plain { get; }
    public (string Light, string Dark) Tinted { get; }

    public static Masthead Of(CompanyCatalogue catalogue) => Known.GetValue(catalogue, one => new Masthead(one));
}
