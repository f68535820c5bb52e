namespace Kabinet.Exchange.Tables;

/// <summary>How the pages speak of what a table brings.</summary>
/// <param name="Forms">клиент|клиента|клиентов.</param>
/// <param name="ListPath">Where they are seen afterwards.</param>
/// <param name="List">How that is called: к клиентам.</param>
/// <param name="Known">When one is taken for one that is there already.</param>
public sealed record ImportWords(string Forms, string ListPath, string List, string Known);
