namespace Kabinet.Companies;

/// <summary>Оформление кабинета.</summary>
public sealed record Appearance
{
    /// <summary>#rrggbb; all tints are computed from it.</summary>
    public string Accent { get; init; } = "#2f7d6b";

    /// <summary>The logo as SVG markup, checked when it was stored; null: the company's initial on its accent.</summary>
    public string? LogoSvg { get; init; }
}
