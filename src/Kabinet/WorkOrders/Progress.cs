namespace Kabinet.WorkOrders;

/// <summary>What a pictogram shows of a work order, of its works or of its payment: how much is there, and whether it is late.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="IsOverdue">Not whole although the finish is past.</param>
public readonly record struct Progress(decimal Share, bool IsOverdue)
{
    public bool IsFull => Share >= 1;
    public bool IsPartial => Share is > 0 and < 1;

    /// <summary>A share that any rounding of sums keeps between 0 and 1.</summary>
    internal static Progress Of(decimal share, bool isLate) => new(Math.Clamp(share, 0, 1), isLate && share < 1);
}
