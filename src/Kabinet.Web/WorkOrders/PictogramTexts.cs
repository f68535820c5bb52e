using Kabinet.Shell;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>What the two pictograms of an order say in words.</summary>
internal static class PictogramTexts
{
    public static string Fulfilment(WorkOrder order, Instant now) => order.Status == OrderStatus.Cancelled ? "Отменён" : order.Fulfilment(now) switch
    {
        { IsFull: true } => "Выполнен",
        { IsPartial: true, IsOverdue: var late } progress => $"Выполнен на {Percent(progress.Share)}" + (late ? ", просрочен" : ""),
        { IsOverdue: true } => "Не выполнен, просрочен",
        _ => "Не выполнен",
    };

    public static string Settlement(WorkOrder order, Instant now) => order.Sum <= Money.Zero ? "Оплата не нужна" : order.Settlement(now) switch
    {
        { IsFull: true } => "Оплачен",
        { IsPartial: true, IsOverdue: var late } => $"Оплачено {Texts.Russian.Price(order.Paid)} из {Texts.Russian.Price(order.Sum)}" + (late ? ", просрочено" : ""),
        { IsOverdue: true } => "Не оплачен, просрочено",
        _ => "Не оплачен",
    };

    private static string Percent(decimal share) => $"{Math.Round(share * 100):0}\u00a0%";
}
