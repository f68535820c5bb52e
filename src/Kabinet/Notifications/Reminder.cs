using NodaTime;

namespace Kabinet.Notifications;

/// <summary>Напоминание: the times before the start that a client can choose, in minutes; null: none.</summary>
public static class Reminder
{
    public static readonly IReadOnlyList<int> Choices = [30, 60, 120, 180, 24 * 60, 48 * 60];

    /// <summary>Those that can still come before a visit that starts then.</summary>
    public static IEnumerable<int> ChoicesBefore(Instant start, Instant now) => Choices.Where(minutes => start - Duration.FromMinutes(minutes) > now);

    /// <summary>The wanted one, or where it is too late for it the longest that can still come; null: none.</summary>
    public static int? StillPossible(int? wanted, Instant start, Instant now) =>
        ChoicesBefore(start, now).Where(minutes => minutes <= wanted).Select(minutes => (int?)minutes).LastOrDefault();

    public static bool IsKnown(int? minutesBefore) => minutesBefore is null || Choices.Contains(minutesBefore.Value);
}
