namespace Kabinet.Companies;

/// <summary>Trades as they are chosen.</summary>
internal static class TradeWords
{
    public static readonly IReadOnlyList<(Trade Trade, string Words)> All =
    [
        (Trade.Beauty, "Красота"), (Trade.Medicine, "Медицина"), (Trade.CarService, "Автосервис"), (Trade.Repair, "Ремонт"), (Trade.Tutoring, "Обучение"), (Trade.Other, "Другое"),
    ];
}
