using NodaTime;

namespace Kabinet.Scheduling.Cases;

/// <summary>Reads one case: the rules, the service, the resources and what is asked.</summary>
internal sealed class CaseReader
{
    /// <summary>How far a schedule is followed where the rules set no horizon.</summary>
    private const int DaysWithoutHorizon = 400;

    private readonly CaseNode node;
    private readonly DateTimeZone zone;
    private readonly Instant now;
    private readonly BookingRules rules;
    private readonly Visit visit;
    private readonly CaseNode ask;

    public CaseReader(CaseNode node, CaseNode? fileZone)
    {
        this.node = node;
        zone = CaseTime.Zone(node.Optional("zone") ?? fileZone ?? node.Required("zone"));
        now = CaseTime.Instant(node.Required("now"), zone);
        rules = Rules(node.Required("rules"));
        visit = VisitOf(node.Required("service"));
        ask = node.Required("ask");
    }

    public AvailabilityCase Read()
    {
        var resources = Resources();
        var also = Also(resources);
        var ids = Asked(resources.Keys, also.SelectMany(list => list));
        var lists = also.Select(list => list.Select(id => resources[id]).ToArray()).ToArray();
        var candidates = ids.Select(id => new Candidate(resources[id], visit, lists)).ToArray();
        var question = new CaseQuestion(new Availability(rules, zone), ids, candidates, now);
        return new(node.Required("name").Text(), node.Optional("expect")?.Raw(), question.Read(ask));
    }

    private static BookingRules Rules(CaseNode node)
    {
        var grid = node.Optional("grid");
        return new(
            node.Required("step").Number(least: 1),
            grid?.Text() switch
            {
                null or "window" => StartGrid.Window,
                "clock" => StartGrid.Clock,
                "packed" => StartGrid.Packed,
                _ => throw grid.Value.Wrong("window, clock or packed"),
            },
            node.Has("leadTime") ? node.Optional("leadTime")?.Number() : 0,
            node.Optional("horizonDays")?.Number());
    }

    private static Visit VisitOf(CaseNode node) => new(node.Required("duration").Number(least: 1), Buffer(node, "bufferBefore"), Buffer(node, "bufferAfter"));

    private static int Buffer(CaseNode node, string name) => node.Optional(name)?.Number() ?? 0;

    private Dictionary<string, ResourceTime> Resources()
    {
        var resources = new Dictionary<string, ResourceTime>();
        foreach (var item in node.Required("resources").Items())
        {
            var id = item.Required("id");
            var time = new ResourceTime(item.Optional("capacity")?.Number(least: 1) ?? 1, Working(item), Occupied(item.Optional("occupied")));
            if (!resources.TryAdd(id.Text(), time)) throw id.Wrong("an id of its own");
        }
        return resources;
    }

    private WorkingTime Working(CaseNode resource)
    {
        if (resource.Optional("working") is { } working) return WorkingTime.From(working.Items().SelectMany(WorkingRange));
        if (resource.Optional("schedule") is not { } schedule) return WorkingTime.Always;

        var (from, to) = DatesToFollow();
        return WorkingTime.From(CaseSchedules.Schedule(schedule), CaseSchedules.Deviations(resource.Optional("deviations")), zone, from, to);
    }

    private IEnumerable<TimeRange> WorkingRange(CaseNode node)
    {
        var ends = node.Items();
        if (ends.Count != 2) throw node.Wrong("a pair of times");
        if (CaseTime.InstantWithOffset(ends[0]) is not null || CaseTime.InstantWithOffset(ends[1]) is not null)
        {
            return [CaseTime.Range(ends[0], ends[1], zone)];
        }
        return WorkingTime.From([(CaseTime.Local(ends[0]), CaseTime.Local(ends[1]))], zone).Within(new(Instant.MinValue, Instant.MaxValue));
    }

    private IEnumerable<OccupiedTime> Occupied(CaseNode? node) => node is not { } list ? [] : list.Items().Select(item =>
    {
        var body = CaseTime.Range(item.Required("start"), item.Required("finish"), zone);
        var range = body.WithBuffers(Buffer(item, "bufferBefore"), Buffer(item, "bufferAfter"));
        Instant? expires = item.Optional("expires") is { } at ? CaseTime.Instant(at, zone) : null;
        return new OccupiedTime(range, item.Optional("load")?.Number(least: 1) ?? 1, expires);
    });

    /// <summary>From the day before the first date in question to the day after the last, with room for the visit itself.</summary>
    private (LocalDate From, LocalDate To) DatesToFollow()
    {
        var today = now.InZone(zone).Date;
        var dates = new List<LocalDate> { today, today.PlusDays(rules.HorizonDays ?? DaysWithoutHorizon) };
        foreach (var name in (string[])["from", "to"])
        {
            if (ask.Optional(name) is { } date) dates.Add(CaseTime.Date(date));
        }
        foreach (var name in (string[])["at", "after"])
        {
            if (ask.Optional(name) is { } at) dates.Add(CaseTime.Instant(at, zone).InZone(zone).Date);
        }
        return (dates.Min().PlusDays(-1), dates.Max().PlusDays(1 + visit.Duration / 1440));
    }

    private string[][] Also(Dictionary<string, ResourceTime> resources)
    {
        var lists = node.Required("service").Optional("also")?.Items() ?? [];
        return [.. lists.Select(list => list.Items().Select(id => Known(id, resources.Keys)).ToArray())];
    }

    /// <summary>The resources the question names; else all that are not only needed beside another.</summary>
    private string[] Asked(IReadOnlyCollection<string> all, IEnumerable<string> also)
    {
        if (ask.Optional("resource") is { } one) return [Known(one, all)];
        if (ask.Optional("resources") is { } several) return [.. several.Items().Select(id => Known(id, all))];
        var free = all.Except(also).ToArray();
        return free.Length > 0 ? free : throw node.Required("resources").Wrong("a resource that is not only needed beside another");
    }

    private static string Known(CaseNode id, IReadOnlyCollection<string> ids) =>
        ids.Contains(id.Text()) ? id.Text() : throw id.Wrong("the id of a resource");
}
