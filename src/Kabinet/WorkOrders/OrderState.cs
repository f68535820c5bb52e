using Kabinet.Companies;

namespace Kabinet.WorkOrders;

/// <summary>What a state means for the accounts; fixed, while states are the company's own.</summary>
public enum OrderStatus
{
    /// <summary>Открыт: nothing is posted; resource lines already occupy time.</summary>
    Open,
    /// <summary>В работе: start and finish are mandatory.</summary>
    InProgress,
    /// <summary>Выполнен.</summary>
    Completed,
    /// <summary>Отменён: frees the time.</summary>
    Cancelled,
}

/// <summary>Состояние заказ-наряда: a named, coloured, ordered step of the company's process.</summary>
public sealed class OrderState : IOwned
{
    private OrderState() { }

    public OrderState(int companyId, int id, string name, OrderStatus status, string color, int position) =>
        (CompanyId, Id, Name, Status, Color, Position) = (companyId, id, name, status, color, position);

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public string Name { get; set; } = "";
    public OrderStatus Status { get; private set; }

    /// <summary>#rrggbb.</summary>
    public string Color { get; set; } = "";
    public int Position { get; set; }
}
