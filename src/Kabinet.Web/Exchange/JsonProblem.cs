using Kabinet.Shell;

namespace Kabinet.Exchange;

public enum JsonFault { NotJson, UnknownField, Missing, Repeated, WrongType, NotText }

/// <summary>One thing that is wrong with a JSON document.</summary>
/// <param name="Path">Where: workOrders[17].start; empty: the whole.</param>
/// <param name="Value">
/// What helps: the known field nearest to an unknown one, the Russian name of the expected type, line and column (17:4) of what is no JSON.
/// </param>
public sealed record JsonProblem(string Path, JsonFault Fault, string Value)
{
    public string Words(Texts t) => Fault switch
    {
        JsonFault.NotJson when Value.Length > 0 => t["Это не JSON: ошибка в строке и знаке {0}.", Value],
        JsonFault.NotJson => t["Это не JSON в кодировке UTF-8."],
        JsonFault.UnknownField when Value.Length > 0 => t["Такого поля нет. Может быть, «{0}»?", Value],
        JsonFault.UnknownField => t["Такого поля нет."],
        JsonFault.Missing => t["Этого поля не хватает."],
        JsonFault.Repeated => t["Это поле указано дважды."],
        JsonFault.WrongType => t["Здесь должно быть другое: {0}.", t[Value]],
        JsonFault.NotText => t["В тексте есть недопустимый знак с кодом 0."],
        _ => throw new InvalidOperationException($"No words for {Fault}"),
    };
}
