using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>How free a day is: the dot under its date.</summary>
public enum Freedom { Off, Full, Little, Some, Much }

/// <summary>A day as a choice finds it.</summary>
/// <param name="Free">Starts that can be had.</param>
/// <param name="Possible">Starts there would be if nothing were booked; 0: no work, or none that is still to come.</param>
public readonly record struct FreeDay(LocalDate Date, int Free, int Possible)
{
    public Freedom Freedom => (Free, Possible) switch
    {
        (0, 0) => Freedom.Off,
        (0, _) => Freedom.Full,
        _ when Free * 4 < Possible => Freedom.Little,
        _ when Free * 3 < Possible * 2 => Freedom.Some,
        _ => Freedom.Much,
    };
}
