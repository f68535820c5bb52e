namespace Kabinet.Customers;

/// <summary>Contact data as the client gave them for one booking.</summary>
/// <param name="Phone">E.164.</param>
public sealed record Contact(string Name, string Phone, string? Email);
