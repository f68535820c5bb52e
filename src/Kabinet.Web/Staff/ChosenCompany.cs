namespace Kabinet.Staff;

/// <summary>Of which company the sign-in is, for the time of one request: what makes a cookie anew keeps to it.</summary>
public sealed class ChosenCompany
{
    /// <summary>Null: none was chosen, the first will do.</summary>
    public int? Id { get; set; }
}
