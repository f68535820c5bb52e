namespace Kabinet.Scheduling;

/// <summary>Why a start is not offered, in the order in which they are checked.</summary>
public enum TimeRefusal
{
    /// <summary>The start is before now.</summary>
    InThePast,
    /// <summary>The start is not before now, but sooner than the company's lead time allows.</summary>
    TooSoon,
    /// <summary>The start is later than the company's horizon.</summary>
    BeyondHorizon,
    /// <summary>The visit does not lie inside working time of the resource (or of any resource it needs besides).</summary>
    NotWorking,
    /// <summary>The start lies in working time of the resource, but is not one of the company's grid.</summary>
    OffGrid,
    /// <summary>Other bookings leave no room on the resource.</summary>
    TimeTaken,
    /// <summary>Resources that are needed besides do work then, but not enough of them are free.</summary>
    CompanionTaken,
}
