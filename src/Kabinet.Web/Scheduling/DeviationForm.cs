using Kabinet.Resources;
using Kabinet.Shell;

namespace Kabinet.Scheduling;

/// <summary>What is to be made of the chosen days.</summary>
public enum DeviationKind
{
    /// <summary>Не работает.</summary>
    NotWorking,
    /// <summary>Другие часы.</summary>
    OtherHours,
    /// <summary>По графику: the deviation is taken back.</summary>
    BySchedule,
}

/// <summary>Deviations as staff ask for them, unchecked.</summary>
/// <param name="Hours">For other hours, as <see cref="TypedHours"/> reads them.</param>
public sealed record DeviationForm(IReadOnlyCollection<ResourceDay> Days, DeviationKind Kind, string? Hours = null)
{
    /// <summary>Every chosen day with its hours; null hours: by the schedule. Or what is wrong: days, hours.</summary>
    public Outcome<Dictionary<ResourceDay, IReadOnlyList<WorkingInterval>?>> Check()
    {
        List<Refusal> refusals = [];
        if (Days.Count == 0) refusals.Add(new Refusal(RefusalReason.DaysMissing, "days"));
        if (Days.Any(day => !TypedDate.IsSensible(day.Date))) refusals.Add(new Refusal(RefusalReason.DateInvalid, "days"));
        var hours = Kind == DeviationKind.OtherHours ? ReadHours() : new List<WorkingInterval>();
        refusals.AddRange(hours.Refusals);
        return refusals.Count > 0 ? refusals : Days.Distinct().ToDictionary(day => day, IReadOnlyList<WorkingInterval>? (_) => Kind == DeviationKind.BySchedule ? null : hours.Value);
    }

    /// <summary>Other hours are hours: a day off is asked for by its own name.</summary>
    private Outcome<List<WorkingInterval>> ReadHours()
    {
        var hours = TypedHours.Read(Hours, "hours");
        return hours.IsRefused || hours.Value.Count > 0 ? hours : new Refusal(RefusalReason.HoursUnreadable, "hours");
    }
}
