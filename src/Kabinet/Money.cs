namespace Kabinet;

/// <summary>A sum in whole kopecks: exact, sortable in every database.</summary>
public readonly record struct Money(long Kopecks) : IComparable<Money>
{
    public static Money Zero => default;
    public static Money Rubles(decimal rubles) => new((long)Math.Round(rubles * 100, MidpointRounding.AwayFromZero));

    public decimal AsRubles => Kopecks / 100m;
    public int CompareTo(Money other) => Kopecks.CompareTo(other.Kopecks);

    public static Money operator +(Money left, Money right) => new(left.Kopecks + right.Kopecks);
    public static Money operator -(Money left, Money right) => new(left.Kopecks - right.Kopecks);
    public static bool operator <(Money left, Money right) => left.Kopecks < right.Kopecks;
    public static bool operator >(Money left, Money right) => left.Kopecks > right.Kopecks;
    public static bool operator <=(Money left, Money right) => left.Kopecks <= right.Kopecks;
    public static bool operator >=(Money left, Money right) => left.Kopecks >= right.Kopecks;

    /// <summary>The sum of a document line: quantity × price × (1 − discount/100), rounded to a kopeck, half away from zero (UNF).</summary>
    /// <param name="quantity">Кратность, 0 or more.</param>
    /// <param name="discountPercent">0 to 100.</param>
    public Money Line(decimal quantity, decimal discountPercent) =>
        new((long)Math.Round(Kopecks * quantity * (1 - discountPercent / 100), MidpointRounding.AwayFromZero));
}
