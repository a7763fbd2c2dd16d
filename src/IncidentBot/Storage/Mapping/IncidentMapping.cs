using IncidentBot.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage.Mapping;

/// <summary>Roles and members decide who sees a private incident, so the database must be able to ask for them.</summary>
internal sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("incidents");
        builder.HasKey(incident => incident.Number);
        builder.Property(incident => incident.Number).ValueGeneratedOnAdd();
        builder.Property(incident => incident.Version).IsConcurrencyToken();

        // The default is for rows that are older than the column; new rows always set it.
        builder.Property(incident => incident.HasChannel).HasDefaultValue(true).ValueGeneratedNever();
        AddIndexes(builder);

        builder.Property(incident => incident.Milestones).AsJson();
        builder.Property(incident => incident.StatusUpdates).AsJson();
        builder.Property(incident => incident.Reopenings).AsJson();
        builder.Property(incident => incident.WorkedGaps).AsJson();
        builder.Property(incident => incident.History).AsJson();
        builder.Property(incident => incident.Links).AsJson().WithDefault();
        builder.Ignore(incident => incident.Covered);

        builder.OwnsMany(incident => incident.Roles, role =>
        {
            role.ToTable("incident_roles");
            role.WithOwner().HasForeignKey("IncidentNumber");
            role.HasKey("IncidentNumber", nameof(RoleHolder.Role));
            role.HasIndex(nameof(RoleHolder.Person), "IncidentNumber");
        });
        builder.OwnsMany(incident => incident.Members, member =>
        {
            member.ToTable("incident_members");
            member.WithOwner().HasForeignKey("IncidentNumber");
            member.HasKey("IncidentNumber", nameof(IncidentMember.Person));
        });
    }

    private static void AddIndexes(EntityTypeBuilder<Incident> builder)
    {
        builder.HasIndex(incident => incident.Status);
        builder.HasIndex(incident => incident.Service);
        builder.HasIndex(incident => new { incident.Service, incident.StartedAt });
        builder.HasIndex(incident => new { incident.StartedAt, incident.Number });
        builder.HasIndex(incident => new { incident.DeclaredBy, incident.Number });
        builder.HasIndex(incident => incident.DeclaredAt);
        builder.HasIndex(incident => incident.ResolvedAt);
        builder.HasIndex(incident => new { incident.StartedAt, incident.IsDrill, incident.Status, incident.IsPrivate, incident.Service });
        builder.HasIndex(incident => incident.IsPrivate).HasFilter("is_private");

        // Those that don't count in metrics, written as the metrics ask for them.
        builder.HasIndex(incident => incident.Number).HasFilter("is_drill OR status = 4");
        builder.HasIndex(incident => incident.CoveredBy).HasFilter("covered_by IS NOT NULL");
        builder.HasIndex(incident => incident.LeadlessSince);
        builder.HasIndex(incident => incident.NextUpdateDue);
    }
}
