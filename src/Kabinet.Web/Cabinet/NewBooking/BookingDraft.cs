using System.Runtime.CompilerServices;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.ServiceCatalog;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>
/// What a client has chosen so far. It travels in the address, ?resource=3&amp;service=12&amp;start=2026-03-03T14:30, so nothing is kept
/// for it and every page can be gone back to. The address is anybody's to write: <see cref="DraftReader"/> checks it.
/// </summary>
public sealed record BookingDraft(DateTimeZone Zone)
{
    private const int MostlyFits = 256;

    /// <summary>Null: none is chosen, or «Любой специалист» is.</summary>
    public Resource? Resource { get; init; }
    public bool IsAnyResource { get; init; }
    public IReadOnlyList<Service> Services { get; init; } = [];
    public Instant? Start { get; init; }

    /// <summary>The date last looked at.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>«Продолжить» was pressed: the field «Дата и время» is there.</summary>
    public bool AsksForTime { get; init; }

    /// <summary>Null: something is not chosen yet, or does not go together.</summary>
    public Choice? Choice { get; init; }

    public bool HasResource => Resource is not null || IsAnyResource;

    public BookingDraft With(Resource? resource) => this with { Resource = resource, IsAnyResource = resource is null };

    /// <summary>The draft as the query of an address, with its question mark; empty when nothing is chosen.</summary>
    public string Query
    {
        get
        {
            var query = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[MostlyFits]);
            var separator = "?";
            foreach (var (name, value) in Parts)
            {
                query.AppendLiteral(separator);
                query.AppendLiteral(name);
                query.AppendLiteral("=");
                query.AppendLiteral(Uri.EscapeDataString(value));
                separator = "&";
            }
            return query.ToStringAndClear();
        }
    }

    /// <summary>The draft as fields of a form.</summary>
    public IEnumerable<(string Name, string Value)> Parts
    {
        get
        {
            if (HasResource) yield return (DraftReader.ResourceName, Resource is null ? DraftReader.Any : Number(Resource.Id));
            foreach (var service in Services) yield return (DraftReader.ServiceName, Number(service.Id));
            if (Start is { } start) yield return (DraftReader.StartName, LocalStart.Write(start, Zone));
            if (Date is { } date) yield return (DraftReader.DateName, LocalStart.Write(date));
            if (AsksForTime) yield return (DraftReader.TimeName, "ask");
        }
    }

    private static string Number(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
