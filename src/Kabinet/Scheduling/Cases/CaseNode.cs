using System.Text.Json;

namespace Kabinet.Scheduling.Cases;

/// <summary>A value in a case file that knows its place, so that whatever is wrong with it can be found: <c>cases[2].rules.step</c>.</summary>
internal readonly struct CaseNode(JsonElement element, string path)
{
    public string Path => path;

    /// <summary>Reads a whole file; <see cref="FormatException"/> when it is not JSON.</summary>
    public static CaseNode Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new(document.RootElement.Clone(), "");
        }
        catch (JsonException error)
        {
            throw new FormatException($"line {error.LineNumber + 1}: the file is not JSON: {error.Message}", error);
        }
    }

    /// <summary>The property, or null when it is absent or null.</summary>
    public CaseNode? Optional(string name)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Wrong("an object");
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return new(value, Below(name));
    }

    public CaseNode Required(string name) => Optional(name) ?? throw new FormatException($"{Below(name)}: is missing");

    /// <summary>Is the property written, be it as null?</summary>
    public bool Has(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    public IReadOnlyList<CaseNode> Items()
    {
        if (element.ValueKind != JsonValueKind.Array) throw Wrong("an array");
        var place = path;
        return [.. element.EnumerateArray().Select((item, index) => new CaseNode(item, $"{place}[{index}]"))];
    }

    public IReadOnlyList<(string Name, CaseNode Value)> Properties()
    {
        if (element.ValueKind != JsonValueKind.Object) throw Wrong("an object");
        var node = this;
        return [.. element.EnumerateObject().Select(property => (property.Name, new CaseNode(property.Value, node.Below(property.Name))))];
    }

    public string Text() => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Wrong("a text");

    public int Number(int least = 0)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out var number)) throw Wrong("a whole number");
        return number >= least ? number : throw Wrong($"{least} or more");
    }

    public JsonElement Raw() => element;

    public FormatException Wrong(string expected) => new($"{(path == "" ? "the file" : path)}: expected {expected}, found {Shown()}");

    private string Below(string name) => path == "" ? name : $"{path}.{name}";

    private string Shown()
    {
        var text = element.GetRawText();
        return text.Length <= 60 ? text : text[..57] + "...";
    }
}
