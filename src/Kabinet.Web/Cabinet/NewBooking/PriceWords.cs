using Kabinet.ServiceCatalog;
using Kabinet.Shell;

namespace Kabinet.Cabinet.NewBooking;

internal static class PriceWords
{
    /// <summary>«2 200 ₽», «бесплатно»; null: not said beforehand.</summary>
    public static string? Of(Texts t, Service service) => service.Price switch
    {
        null => null,
        { Kopecks: 0 } => t["бесплатно"],
        { } price => t.Price(price),
    };
}
