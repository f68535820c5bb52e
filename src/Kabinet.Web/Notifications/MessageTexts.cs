namespace Kabinet.Notifications;

/// <summary>A message's kind and fate in words.</summary>
internal static class MessageTexts
{
    public static string Kind(MessageKind kind) => kind switch
    {
        MessageKind.SignInCode => "Код входа",
        MessageKind.BookingMade => "Запись",
        MessageKind.BookingMoved => "Перенос",
        MessageKind.BookingCancelled => "Отмена",
        MessageKind.Reminder => "Напоминание",
        MessageKind.StaffNotice => "Сотруднику",
        MessageKind.DataDeleted => "Данные удалены",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Before its moment: «Отправлено 24.11 10:30».</summary>
    public static string Sending(OutboxMessage message) => message switch
    {
        { Sent: not null } => "Отправлено",
        { Withdrawn: not null } => "Отозвано",
        { LastError: not null } => "Повторим",
        _ => "Отправим",
    };

    public static string Class(OutboxMessage message) => message.LastError is not null && message.IsPending ? "failing" : "";
}
