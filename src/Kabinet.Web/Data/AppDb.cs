using System.Linq.Expressions;
using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.Notifications;
using Kabinet.Resources;
using Kabinet.ServiceCatalog;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Data;

/// <summary>
/// One model for both databases. A context is of one company: owned rows of another are not there for it. Without a company
/// (sign-in, the outbox worker) it sees no owned rows until the filter is lifted by name.
/// </summary>
public abstract class AppDb(DbContextOptions options) : IdentityDbContext<StaffUser, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>The name of the query filter that keeps companies apart.</summary>
    public const string OfCompany = nameof(OfCompany);

    /// <summary>The company whose rows are visible; 0: none.</summary>
    public int CompanyId { get; private set; }

    public DbSet<Company> Companies => Set<Company>();
    public DbSet<CabinetAddress> CabinetAddresses => Set<CabinetAddress>();
    public DbSet<Service> Services => Set<Service>();
    public DbSet<ServiceGroup> ServiceGroups => Set<ServiceGroup>();
    public DbSet<Resource> Resources => Set<Resource>();
    public DbSet<ResourceKind> ResourceKinds => Set<ResourceKind>();
    public DbSet<ScheduleAssignment> ScheduleAssignments => Set<ScheduleAssignment>();
    public DbSet<NamedSchedule> WorkSchedules => Set<NamedSchedule>();
    public DbSet<ResourceDeviation> ScheduleDeviations => Set<ResourceDeviation>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<CustomerPhone> CustomerPhones => Set<CustomerPhone>();
    public DbSet<MergedCustomer> MergedCustomers => Set<MergedCustomer>();
    public DbSet<ClientAccount> ClientAccounts => Set<ClientAccount>();
    public DbSet<ClientDevice> ClientDevices => Set<ClientDevice>();
    public DbSet<SignInCode> SignInCodes => Set<SignInCode>();
    public DbSet<ConsentText> ConsentTexts => Set<ConsentText>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<DeletionRequest> DeletionRequests => Set<DeletionRequest>();
    public DbSet<OrderState> OrderStates => Set<OrderState>();
    public DbSet<WorkOrder> WorkOrders => Set<WorkOrder>();
    public DbSet<OccupiedRange> OccupiedRanges => Set<OccupiedRange>();
    public DbSet<OccupiedDay> OccupiedDays => Set<OccupiedDay>();
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();
    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();
    public DbSet<StaffDevice> StaffDevices => Set<StaffDevice>();
    public DbSet<StaffInvitation> StaffInvitations => Set<StaffInvitation>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public AppDb Of(int companyId)
    {
        CompanyId = companyId;
        return this;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(type => typeof(IOwned).IsAssignableFrom(type.ClrType)).ToList())
        {
            builder.Entity(type.ClrType).HasQueryFilter(OfCompany, IsOfThisCompany(type.ClrType));
            builder.Entity(type.ClrType).HasOne(typeof(Company)).WithMany().HasForeignKey(nameof(IOwned.CompanyId)).OnDelete(DeleteBehavior.Restrict);
        }
    }

    private LambdaExpression IsOfThisCompany(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var mine = Expression.Equal(
            Expression.Property(row, nameof(IOwned.CompanyId)),
            Expression.Property(Expression.Constant(this), nameof(CompanyId)));
        return Expression.Lambda(mine, row);
    }
}
