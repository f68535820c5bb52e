using Kabinet.OnlineBooking;
using NodaTime;

namespace Kabinet.Api;

public sealed record DaysAnswer(IReadOnlyList<DayAnswer> Days);

/// <param name="Free">Starts that can be had.</param>
/// <param name="Possible">Starts there would be if nothing were booked; 0: no work on that day.</param>
/// <param name="Freedom">off, full, little, some or much.</param>
public sealed record DayAnswer(DateOnly Date, int Free, int Possible, Freedom Freedom);

/// <param name="Nearest">The first free time of all; null: none up to the horizon.</param>
public sealed record SlotsAnswer(DateOnly Date, DateTimeOffset? Nearest, IReadOnlyList<SlotAnswer> Slots);

/// <param name="Start">The company's local time with its offset.</param>
/// <param name="Part">morning, day or evening, by the company's settings.</param>
public sealed record SlotAnswer(DateTimeOffset Start, DayPart Part);

internal static class FreeTimeEndpoints
{
    private const int DefaultDays = 30, MaxDays = 366;
    private const string ServiceHelp = "The id of a service; may be repeated for several in one visit.", ResourceHelp = "The id of a resource, or `any` (as when it is left out).";

    public static void MapFreeTime(this IEndpointRouteBuilder api)
    {
        api.MapGet("/days", Days)
            .WithName("listDays").WithTags("free time").WithSummary("How free each day is for a choice")
            .WithDescription("From today for 30 days, where nothing else is asked for; at most 366 days at once.")
            .Takes("service", ServiceHelp, "integer", isRepeated: true, isRequired: true).Takes("resource", ResourceHelp)
            .Takes("from", "The first date.", "string", format: "date").Takes("to", "The last date, included.", "string", format: "date")
            .Answers<DaysAnswer>(404, 422);
        api.MapGet("/slots", Slots)
            .WithName("listSlots").WithTags("free time").WithSummary("The free starts of one day for a choice")
            .WithDescription("Of the first free day, where no date is given.")
            .Takes("service", ServiceHelp, "integer", isRepeated: true, isRequired: true).Takes("resource", ResourceHelp)
            .Takes("date", "The company's local date.", "string", format: "date")
            .Answers<SlotsAnswer>(404, 422);
    }

    private static IResult Days(ApiCall call)
    {
        var query = new ApiQuery(call, "service", "resource", "from", "to");
        var (ids, resource, from) = (query.Ids("service"), query.IdOrAny("resource"), query.Date("from") ?? call.Today);
        var to = query.Date("to") ?? from.PlusDays(DefaultDays - 1);
        if (to < from) query.Refuse("to", "Последняя дата раньше первой.");
        else if (Period.DaysBetween(from, to) >= MaxDays) query.Refuse("to", "Не больше 366 дней за раз.");
        if (query.Problem is { } problem) return problem;
        var choice = Choice.Of(call.Catalogue, ids, resource);
        if (choice.IsRefused) return call.Refuse(choice.Refusals);

        return TypedResults.Json(new DaysAnswer([.. call.Snapshot.FreeDays(choice.Value, from, to, call.Now)
            .Select(day => new DayAnswer(day.Date.ToDateOnly(), day.Free, day.Possible, day.Freedom))]));
    }

    private static IResult Slots(ApiCall call)
    {
        var query = new ApiQuery(call, "service", "resource", "date");
        var (ids, resource, asked) = (query.Ids("service"), query.IdOrAny("resource"), query.Date("date"));
        if (query.Problem is { } problem) return problem;
        var choice = Choice.Of(call.Catalogue, ids, resource);
        if (choice.IsRefused) return call.Refuse(choice.Refusals);

        var nearest = call.Snapshot.Nearest(choice.Value, call.Now);
        var date = asked ?? (nearest is { } first ? first.InZone(call.Zone).Date : call.Today);
        var slots = call.Snapshot.Slots(choice.Value, date, date, call.Now);
        return TypedResults.Json(new SlotsAnswer(date.ToDateOnly(), call.Moment(nearest), [.. slots.Select(start => Answer(call, start))]));
    }

    private static SlotAnswer Answer(ApiCall call, Instant start)
    {
        var at = start.InZone(call.Zone);
        return new SlotAnswer(at.ToDateTimeOffset(), call.Company.OnlineBooking.PartOf(at.TimeOfDay));
    }
}
