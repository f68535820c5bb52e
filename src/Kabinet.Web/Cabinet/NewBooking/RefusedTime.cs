using Kabinet.Shell;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>A time that cannot be had, in a line that names it.</summary>
internal static class RefusedTime
{
    /// <summary>«14:30 уже занято»; for the other reasons their own words.</summary>
    public static string Heading(DraftPage page, Refusal refusal, Instant? start) =>
        start is { } wanted && refusal.Reason is RefusalReason.TimeTaken or RefusalReason.CompanionTaken
            ? page.T["{0} уже занято", page.Time(start!.Value)]
            : RefusalTexts.Of(refusal, page.T);
}
