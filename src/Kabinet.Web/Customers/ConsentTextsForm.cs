namespace Kabinet.Customers;

/// <summary>The texts of the consents as an owner typed them, unchecked.</summary>
public sealed record ConsentTextsForm
{
    public string PersonalData { get; set; } = "";

    /// <summary>Empty: nobody is asked.</summary>
    public string Advertising { get; set; } = "";

    public string Of(ConsentKind kind) => (kind == ConsentKind.PersonalData ? PersonalData : Advertising).ReplaceLineEndings("\n").Trim();

    /// <summary>All that is wrong with it, field by field.</summary>
    public IEnumerable<Refusal> Check()
    {
        if (Of(ConsentKind.PersonalData).Length == 0) yield return new Refusal(RefusalReason.ConsentTextMissing, "personalData");
        if (Of(ConsentKind.PersonalData).Length > ConsentText.MaxLength) yield return new Refusal(RefusalReason.ConsentTextTooLong, "personalData");
        if (Of(ConsentKind.Advertising).Length > ConsentText.MaxLength) yield return new Refusal(RefusalReason.ConsentTextTooLong, "advertising");
    }
}
