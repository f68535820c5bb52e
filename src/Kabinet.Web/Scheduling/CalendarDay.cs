namespace Kabinet.Scheduling;

/// <summary>A day as a calendar shows it.</summary>
/// <param name="IsWrong">What is typed for it cannot be read yet.</param>
/// <param name="Note">What else is to be said of it: a holiday's name.</param>
public sealed record CalendarDay(IReadOnlyList<WorkingInterval> Hours, bool IsWrong = false, string? Note = null)
{
    public bool IsOff => Hours.Count == 0 && !IsWrong;

    /// <param name="text">As <see cref="TypedHours"/> reads it.</param>
    public static CalendarDay Of(string text) => TypedHours.Read(text, "") is { IsRefused: false } hours ? new(hours.Value) : new([], IsWrong: true);
}
