using Kabinet.Companies;
using Kabinet.ServiceCatalog;

namespace Kabinet.WorkOrders;

/// <summary>Строка работ: a service in a work order, with the name, norm and price it had then.</summary>
public sealed class WorkLine : IOwned
{
    private WorkLine() { }

    internal WorkLine(WorkOrder order, int number, Service service)
    {
        (CompanyId, WorkOrderId, Number) = (order.CompanyId, order.Id, number);
        (ServiceId, Name, Duration, Price) = (service.Id, service.Name, service.Duration, service.Price ?? Money.Zero);
        IsPriced = service is { Price: not null, IsPriceFrom: false };
        Calculate();
    }

    public int CompanyId { get; private set; }
    public int WorkOrderId { get; private set; }
    public int Number { get; private set; }
    public int ServiceId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Норма времени, minutes of one unit.</summary>
    public int Duration { get; private set; }

    /// <summary>Кратность.</summary>
    public decimal Quantity { get; private set; } = 1;
    public Money Price { get; private set; }

    /// <summary>False: no final price was said when it was booked.</summary>
    public bool IsPriced { get; private set; }

    /// <summary>«От 1 500 ₽»: <see cref="Price"/> is the least, until another is agreed.</summary>
    public bool IsPriceFrom => !IsPriced && Price > Money.Zero;

    /// <summary>Percent, 0 to 100.</summary>
    public decimal Discount { get; private set; }

    /// <summary>Quantity × price × (1 − discount/100).</summary>
    public Money Sum { get; private set; }

    /// <summary>Выполнено, 0 to <see cref="Quantity"/>.</summary>
    public decimal DoneQuantity { get; private set; }

    public decimal DoneShare => Quantity == 0 ? 1 : DoneQuantity / Quantity;

    internal void Agree(decimal quantity, Money? price, decimal discount)
    {
        if (quantity <= 0) throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "A work is done once or more, or in part");
        if (discount is < 0 or > 100) throw new ArgumentOutOfRangeException(nameof(discount), discount, "A discount is 0 to 100 percent");
        (Quantity, Discount) = (quantity, discount);
        if (price is { } agreed) (Price, IsPriced) = (agreed, true);
        Calculate();
    }

    internal void Do(decimal quantity) => DoneQuantity = Math.Clamp(quantity, 0, Quantity);

    private void Calculate() => Sum = Price.Line(Quantity, Discount);
}
