namespace Kabinet.Staff;

/// <summary>Of which company and on which device the sign-in is, for the time of one request: what makes a cookie anew keeps to it.</summary>
public sealed class CurrentSignIn
{
    /// <summary>Null: none was chosen, the first will do.</summary>
    public int? CompanyId { get; set; }

    /// <summary>Null: nobody is signed in yet.</summary>
    public Guid? DeviceId { get; set; }
}
