using System.Globalization;

namespace Kabinet.Shell;

/// <summary>A number from a field as people write it: 90, 1 500, 1500,50. What is no number becomes one that every form refuses beside that field.</summary>
internal static class TypedNumber
{
    private const int Unreadable = -1;

    public static int Whole(string text, int ifEmpty) => Bare(text) is not { Length: > 0 } bare ? ifEmpty
        : int.TryParse(bare, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Unreadable;

    /// <summary>Rubles; null: nothing is typed.</summary>
    public static decimal? Sum(string text) => Bare(text).TrimEnd('₽') is not { Length: > 0 } bare ? null
        : decimal.TryParse(bare.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var sum) ? sum : Unreadable;

    /// <summary>A sum as it is typed: 1500, or 1500,50.</summary>
    public static string Of(decimal? sum) => sum?.ToString(sum == decimal.Truncate(sum.Value) ? "0" : "0.00", CultureInfo.GetCultureInfo("ru-RU")) ?? "";

    // Spaces of every width stand between thousands.
    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
