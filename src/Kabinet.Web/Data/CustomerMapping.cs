using Kabinet.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kabinet.Data;

internal sealed class CustomerMapping :
    IEntityTypeConfiguration<Customer>, IEntityTypeConfiguration<CustomerPhone>, IEntityTypeConfiguration<MergedCustomer>, IEntityTypeConfiguration<ClientAccount>,
    IEntityTypeConfiguration<ClientDevice>, IEntityTypeConfiguration<SignInCode>, IEntityTypeConfiguration<ConsentText>, IEntityTypeConfiguration<Consent>,
    IEntityTypeConfiguration<DeletionRequest>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.OwnedKey("customers");
        customer.HasIndex(one => new { one.CompanyId, one.Phone }).IsUnique();
        // The list's order.
        customer.HasIndex(one => new { one.CompanyId, one.SearchText, one.Id });
        customer.PrimitiveCollection(one => one.Tags);
        customer.HasMany(one => one.Phones).WithOne().HasForeignKey(phone => new { phone.CompanyId, phone.CustomerId });
    }

    public void Configure(EntityTypeBuilder<CustomerPhone> phone)
    {
        phone.ToTable("customer_phones");
        phone.HasKey(one => new { one.CompanyId, one.Number });
    }

    public void Configure(EntityTypeBuilder<MergedCustomer> merged)
    {
        merged.OwnedKey("merged_customers");
        merged.HasOne<Customer>().WithMany().HasForeignKey(one => new { one.CompanyId, one.IntoId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ClientAccount> account)
    {
        account.OwnedKey("client_accounts");
        account.HasIndex(one => new { one.CompanyId, one.Phone }).IsUnique();
        account.HasOne<Customer>().WithMany().HasForeignKey(one => new { one.CompanyId, one.CustomerId });
    }

    public void Configure(EntityTypeBuilder<ClientDevice> device)
    {
        device.ToTable("client_devices");
        device.HasKey(one => new { one.CompanyId, one.Id });
        device.Property(one => one.Id).ValueGeneratedNever();
        device.HasIndex(one => new { one.CompanyId, one.SecretHash }).IsUnique();
        device.HasOne<ClientAccount>().WithMany().HasForeignKey(one => new { one.CompanyId, one.AccountId });
    }

    public void Configure(EntityTypeBuilder<SignInCode> code)
    {
        code.ToTable("sign_in_codes");
        code.HasKey(one => new { one.CompanyId, one.Id });
        code.Property(one => one.Id).ValueGeneratedNever();
        code.HasIndex(one => new { one.CompanyId, one.Created });
    }

    public void Configure(EntityTypeBuilder<DeletionRequest> request)
    {
        request.OwnedKey("deletion_requests");
        request.HasIndex(one => new { one.CompanyId, one.Closed });
        request.HasOne<Customer>().WithMany().HasForeignKey(one => new { one.CompanyId, one.CustomerId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ConsentText> text)
    {
        text.ToTable("consent_texts");
        text.HasKey(one => new { one.CompanyId, one.Kind, one.Version });
    }

    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("consents");
        consent.HasKey(one => new { one.CompanyId, one.Id });
        consent.Property(one => one.Id).ValueGeneratedNever();
        consent.HasOne<Customer>().WithMany().HasForeignKey(one => new { one.CompanyId, one.CustomerId });
        consent.HasOne<ConsentText>().WithMany().HasForeignKey(one => new { one.CompanyId, one.Kind, one.Version });
    }
}
