using Kabinet.ServiceCatalog;
using Kabinet.Shell;

namespace Kabinet.Cabinet.NewBooking;

internal static class PriceWords
{
    /// <summary>«2 200 ₽», «от 2 200 ₽», «бесплатно»; null: not said beforehand.</summary>
    public static string? Of(Texts t, Service service) => service.Price switch
    {
        null => null,
        { Kopecks: 0 } => t["бесплатно"],
        { } price when service.IsPriceFrom => t["от {0}", t.Price(price)],
        { } price => t.Price(price),
    };
}
