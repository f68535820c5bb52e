namespace Kabinet.Staff;

/// <summary>What a key may do in each area of the API. Who may write an area may read it too.</summary>
[Flags]
public enum ApiAccess
{
    None = 0,
    ReadWorkOrders = 1,
    WriteWorkOrders = ReadWorkOrders | 1 << 1,
    ReadCustomers = 1 << 2,
    WriteCustomers = ReadCustomers | 1 << 3,
    ReadResources = 1 << 4,
    WriteResources = ReadResources | 1 << 5,
    ReadServices = 1 << 6,
    WriteServices = ReadServices | 1 << 7,
    All = WriteWorkOrders | WriteCustomers | WriteResources | WriteServices,
}
