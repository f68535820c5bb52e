namespace Kabinet.Scheduling;

/// <summary>Binary search in ascending numbers.</summary>
internal static class Sorted
{
    /// <summary>The index of the first number greater than <paramref name="value"/>; the length when there is none.</summary>
    public static int FirstAfter(long[] numbers, long value) => FirstAfter(numbers, value, 0, numbers.Length);

    /// <summary>The index of the first number of at least <paramref name="value"/>; the length when there is none.</summary>
    public static int FirstFrom(long[] numbers, long value) => FirstAfter(numbers, value - 1, 0, numbers.Length);

    /// <summary>As <see cref="FirstAfter(long[], long)"/>, among the indexes from..to (excluded).</summary>
    public static int FirstAfter(long[] numbers, long value, int from, int to)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (numbers[middle] <= value) from = middle + 1;
            else to = middle;
        }
        return from;
    }
}
