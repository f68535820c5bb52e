using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.Notifications;
using Kabinet.Resources;
using Kabinet.ServiceCatalog;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kabinet.Data;

// Every key of an owned table begins with the company, so that the database can be spread by company.

internal sealed class CompanyMapping : IEntityTypeConfiguration<Company>, IEntityTypeConfiguration<CabinetAddress>
{
    public void Configure(EntityTypeBuilder<Company> company)
    {
        company.ToTable("companies");
        company.HasIndex(one => one.Slug).IsUnique();
        company.Property(one => one.Slug).HasMaxLength(40);
        company.Property<int>("lastId").HasColumnName("last_id");
        company.Property<int>("lastOrderNumber").HasColumnName("last_order_number");
        company.Property(one => one.Appearance).AsJson();
        company.Property(one => one.About).AsJson();
        company.Property(one => one.OnlineBooking).AsJson();
        company.Ignore(one => one.Zone);
        company.HasMany(one => one.Addresses).WithOne().HasForeignKey(address => address.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }

    // The one table that is keyed by something of the company's and not by the company: no two may have the same.
    public void Configure(EntityTypeBuilder<CabinetAddress> address)
    {
        address.ToTable("cabinet_addresses");
        address.HasKey(one => one.Slug);
        address.Property(one => one.Slug).HasMaxLength(40);
    }
}

internal sealed class CatalogueMapping :
    IEntityTypeConfiguration<Service>, IEntityTypeConfiguration<ServiceGroup>, IEntityTypeConfiguration<Resource>, IEntityTypeConfiguration<ResourceKind>,
    IEntityTypeConfiguration<NamedSchedule>, IEntityTypeConfiguration<ScheduleAssignment>, IEntityTypeConfiguration<ResourceDeviation>
{
    public void Configure(EntityTypeBuilder<Service> service)
    {
        service.OwnedKey("services");
        service.Property(one => one.Price).HasConversion(MoneyConverter.Instance);
        service.PrimitiveCollection(one => one.PerformerIds);
        service.PrimitiveCollection(one => one.NeededKindIds);
    }

    public void Configure(EntityTypeBuilder<ServiceGroup> group) => group.OwnedKey("service_groups");

    public void Configure(EntityTypeBuilder<Resource> resource)
    {
        resource.OwnedKey("resources");
        resource.PrimitiveCollection(one => one.KindIds);
        resource.HasMany(one => one.Assignments).WithOne().HasForeignKey(one => new { one.CompanyId, one.ResourceId });
        // Always read along: a resource whose schedules were forgotten would seem never to work.
        resource.Navigation(one => one.Assignments).HasField("assignments").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ResourceKind> kind) => kind.OwnedKey("resource_kinds");

    public void Configure(EntityTypeBuilder<NamedSchedule> schedule)
    {
        schedule.OwnedKey("work_schedules");
        schedule.Property(one => one.Schedule).HasConversion(ScheduleJson.Converter);
    }

    public void Configure(EntityTypeBuilder<ScheduleAssignment> assignment)
    {
        assignment.ToTable("schedule_assignments");
        assignment.Property(one => one.From).HasColumnName("from_date");
        assignment.HasKey(one => new { one.CompanyId, one.ResourceId, one.From });
        assignment.HasOne<NamedSchedule>().WithMany().HasForeignKey(one => new { one.CompanyId, one.ScheduleId }).OnDelete(DeleteBehavior.Restrict);
        assignment.Ignore(one => one.IsSinceEver);
    }

    public void Configure(EntityTypeBuilder<ResourceDeviation> deviation)
    {
        deviation.ToTable("schedule_deviations");
        deviation.HasKey(one => new { one.CompanyId, one.ResourceId, one.Date });
        deviation.Property(one => one.Intervals).HasConversion(ScheduleJson.IntervalsConverter, ScheduleJson.IntervalsComparer);
        deviation.Ignore(one => one.Deviation);
        deviation.HasOne<Resource>().WithMany().HasForeignKey(one => new { one.CompanyId, one.ResourceId });
    }
}

internal sealed class WorkOrderMapping :
    IEntityTypeConfiguration<WorkOrder>, IEntityTypeConfiguration<OrderState>, IEntityTypeConfiguration<WorkLine>, IEntityTypeConfiguration<ResourceLine>,
    IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<OccupiedRange>, IEntityTypeConfiguration<OccupiedDay>
{
    public void Configure(EntityTypeBuilder<OrderState> state) => state.OwnedKey("order_states");

    public void Configure(EntityTypeBuilder<WorkOrder> order)
    {
        order.OwnedKey("work_orders");
        order.ComplexProperty(one => one.Contact);
        order.Property(one => one.Sum).HasConversion(MoneyConverter.Instance);
        order.Property(one => one.Paid).HasConversion(MoneyConverter.Instance);
        order.Property(one => one.Revision).IsConcurrencyToken();
        order.HasIndex(one => new { one.CompanyId, one.Number }).IsUnique();
        order.HasIndex(one => new { one.CompanyId, one.DeviceId, one.IdempotencyKey }).IsUnique();
        order.HasIndex(one => new { one.CompanyId, one.Start });
        order.HasIndex(one => new { one.CompanyId, one.Created });
        order.HasIndex(one => new { one.CompanyId, one.DeviceId, one.Start });
        order.HasIndex(one => new { one.CompanyId, one.CustomerId, one.Start });
        order.HasOne<Customer>().WithMany().HasForeignKey(one => new { one.CompanyId, one.CustomerId }).OnDelete(DeleteBehavior.Restrict);
        order.HasOne<OrderState>().WithMany().HasForeignKey(one => new { one.CompanyId, one.StateId }).OnDelete(DeleteBehavior.Restrict);
        order.HasMany(one => one.Works).WithOne().HasForeignKey(line => new { line.CompanyId, line.WorkOrderId });
        order.HasMany(one => one.Resources).WithOne().HasForeignKey(line => new { line.CompanyId, line.WorkOrderId });
        order.HasMany(one => one.Payments).WithOne().HasForeignKey(line => new { line.CompanyId, line.WorkOrderId });
        order.Ignore(one => one.Body);
    }

    public void Configure(EntityTypeBuilder<WorkLine> line)
    {
        line.LineKey("work_lines");
        line.Property(one => one.Price).HasConversion(MoneyConverter.Instance);
        line.Property(one => one.Sum).HasConversion(MoneyConverter.Instance);
        line.HasOne<Service>().WithMany().HasForeignKey(one => new { one.CompanyId, one.ServiceId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ResourceLine> line)
    {
        line.LineKey("resource_lines");
        line.HasOne<Resource>().WithMany().HasForeignKey(one => new { one.CompanyId, one.ResourceId }).OnDelete(DeleteBehavior.Restrict);
        line.Ignore(one => one.Body).Ignore(one => one.Occupied);
    }

    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.LineKey("payments");
        payment.Property(one => one.Sum).HasConversion(MoneyConverter.Instance);
    }

    public void Configure(EntityTypeBuilder<OccupiedRange> range)
    {
        range.ToTable("occupied_ranges", table => table.HasCheckConstraint("ck_occupied_ranges_not_empty", "start < finish"));
        range.HasKey(one => new { one.CompanyId, one.ResourceId, one.Seat, one.Start });
        range.HasIndex(one => new { one.CompanyId, one.Finish });
        range.HasIndex(one => new { one.CompanyId, one.ResourceId, one.Finish });
        range.HasIndex(one => new { one.CompanyId, one.Expires });
        range.HasIndex(one => new { one.CompanyId, one.WorkOrderId });
        range.HasOne<Resource>().WithMany().HasForeignKey(one => new { one.CompanyId, one.ResourceId }).OnDelete(DeleteBehavior.Restrict);
        range.HasOne<WorkOrder>().WithMany().HasForeignKey(one => new { one.CompanyId, one.WorkOrderId }).OnDelete(DeleteBehavior.Cascade);
        range.Ignore(one => one.Range);
    }

    public void Configure(EntityTypeBuilder<OccupiedDay> day)
    {
        day.ToTable("occupied_days");
        day.HasKey(one => new { one.CompanyId, one.ResourceId, one.Start });
        day.HasIndex(one => new { one.CompanyId, one.Version });
        day.Ignore(one => one.Range);
    }
}

internal sealed class NotificationMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox_messages");
        message.HasKey(one => new { one.CompanyId, one.Id });
        message.Property(one => one.Id).ValueGeneratedNever();
        message.HasIndex(one => new { one.Sent, one.Withdrawn, one.Due });
        message.HasIndex(one => new { one.CompanyId, one.Created });
    }
}

internal sealed class StaffMapping : IEntityTypeConfiguration<StaffMember>, IEntityTypeConfiguration<StaffInvitation>, IEntityTypeConfiguration<StaffDevice>, IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<StaffMember> member)
    {
        member.ToTable("staff_members");
        member.HasKey(one => new { one.CompanyId, one.UserId });
        member.HasOne<StaffUser>().WithMany().HasForeignKey(one => one.UserId);
    }

    public void Configure(EntityTypeBuilder<StaffDevice> device)
    {
        device.ToTable("staff_devices");
        device.Property(one => one.Id).ValueGeneratedNever();
        device.HasIndex(one => one.UserId);
        device.HasOne<StaffUser>().WithMany().HasForeignKey(one => one.UserId);
    }

    public void Configure(EntityTypeBuilder<StaffInvitation> invitation)
    {
        invitation.OwnedKey("staff_invitations");
        // Who comes with a link has no company yet.
        invitation.HasIndex(one => one.SecretHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.OwnedKey("api_keys");
        key.HasIndex(one => new { one.CompanyId, one.SecretHash }).IsUnique();
    }
}

internal static class MappingConventions
{
    public static void OwnedKey<T>(this EntityTypeBuilder<T> entity, string table) where T : class, IOwned
    {
        entity.ToTable(table);
        entity.HasKey("CompanyId", "Id");
        entity.Property("Id").ValueGeneratedNever();
    }

    public static void LineKey<T>(this EntityTypeBuilder<T> line, string table) where T : class, IOwned
    {
        line.ToTable(table);
        line.HasKey("CompanyId", "WorkOrderId", "Number");
    }
}
