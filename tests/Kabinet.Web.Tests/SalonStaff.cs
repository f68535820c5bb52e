using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Web.Tests;

/// <summary>The salon's staff at their desks: Olga who owns it, Irina who manages it, Anna who cuts hair.</summary>
public static class SalonStaff
{
    public const string OlgasEmail = "olga@mint.example", IrinasEmail = "irina@mint.example", AnnasEmail = "anna@mint.example", Password = "мята-и-лимон";

    public static SignedInMember Olga(this Salon salon) => new(salon.Company.Id, Guid.NewGuid(), "Ольга", StaffRole.Owner, null);
    public static SignedInMember Anna(this Salon salon) => new(salon.Company.Id, Guid.NewGuid(), "Анна", StaffRole.Specialist, salon.Company.Anna);

    public static WorkOrderList List(this Salon salon) => new(salon.Use<Databases>(), salon.Use<IClock>());
    public static ChangeWorkOrder ChangeWorkOrder(this Salon salon) => new(salon.Use<CompanyWork>(), salon.Use<CompanySnapshots>(), salon.Use<IClock>());
    public static ChangeOrderState ChangeOrderState(this Salon salon) => new(salon.Use<CompanyWork>(), salon.Use<CompanySnapshots>(), salon.Use<IClock>());

    /// <summary>The first state with that meaning.</summary>
    public static async Task<int> StateAsync(this Salon salon, OrderStatus status)
    {
        await using var db = salon.Db();
        return await db.OrderStates.Where(state => state.Status == status).OrderBy(state => state.Position).Select(state => state.Id).FirstAsync();
    }

    public static async Task<WorkOrder> ReadAsync(this Salon salon, int orderId)
    {
        await using var db = salon.Db();
        return await ClientBookings.WithLines(db.WorkOrders.AsNoTracking()).SingleAsync(order => order.Id == orderId);
    }

    /// <summary>The state is changed as staff would.</summary>
    public static async Task<Outcome<WorkOrder>> EnterAsync(this Salon salon, WorkOrder order, OrderStatus status, string? reason = null) =>
        await salon.ChangeOrderState().RunAsync(salon.Olga(), order.Id, (await salon.ReadAsync(order.Id)).Revision, await salon.StateAsync(status), reason);

    public static Task ReceiveAsync(this Salon salon, WorkOrder order, int rubles) =>
        salon.Use<CompanyWork>().ChangeAsync<bool>(salon.Company.Id, async (db, _) =>
        {
            var paid = await db.WorkOrders.Include(one => one.Payments).SingleAsync(one => one.Id == order.Id);
            paid.Receive(Money.Rubles(rubles), salon.Now);
            return true;
        });

    /// <summary>Somebody with a place in the salon, as the database knows him too.</summary>
    public static async Task<SignedInMember> MemberAsync(this Salon salon, StaffRole role, int? resourceId = null)
    {
        var user = await salon.HireAsync($"{Guid.NewGuid():N}@mint.example", "Ирина", role, resourceId);
        return new SignedInMember(salon.Company.Id, user.Id, "Ирина", role, resourceId);
    }

    /// <summary>Somebody who can sign in, with a place in the salon.</summary>
    public static async Task<StaffUser> HireAsync(this Salon salon, string email, string name, StaffRole role, int? resourceId = null)
    {
        await using var db = salon.Db();
        var user = new StaffUser
        {
            Id = Guid.NewGuid(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString(),
            LockoutEnabled = true,
        };
        user.PasswordHash = new PasswordHasher<StaffUser>().HashPassword(user, Password);
        db.Add(user);
        db.Add(new StaffMember(salon.Company.Id, user.Id, name, role) { ResourceId = resourceId });
        await db.SaveChangesAsync();
        return user;
    }
}
