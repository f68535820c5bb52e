using Kabinet.Shell;

namespace Kabinet.Customers;

/// <summary>A request for deletion in words.</summary>
internal static class DeletionWords
{
    /// <param name="days">Below zero: it is late by so many.</param>
    public static string DaysLeft(int days) => days switch
    {
        0 => "последний день",
        < 0 => $"просрочено на {Texts.Russian.Count(-days, "день|дня|дней")}",
        _ => $"осталось {Texts.Russian.Count(days, "день|дня|дней")}",
    };

    public static string Outcome(DeletionOutcome outcome) => outcome switch
    {
        DeletionOutcome.Done => "Обезличен",
        DeletionOutcome.Withdrawn => "Клиент передумал",
        DeletionOutcome.Refused => "Данные остались",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
