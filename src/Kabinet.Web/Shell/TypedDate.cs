using NodaTime;
using NodaTime.Text;

namespace Kabinet.Shell;

/// <summary>A date from an address or a field, where anybody may write anything.</summary>
internal static class TypedDate
{
    /// <summary>Null: no date of this calendar, or too near the calendar's ends, where arithmetic overflows.</summary>
    /// <param name="text">ISO, 2026-03-03.</param>
    public static LocalDate? Read(string? text) => LocalDatePattern.Iso.Parse(text ?? "").TryGetValue(default, out var date) && IsSensible(date) ? date : null;

    public static bool IsSensible(LocalDate date) => date.Year is > 1970 and < 3000;
}
