using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace IncidentBot.Storage.Migrations;

/// <summary>The tables of the first release, for both engines: column types follow from the CLR types.</summary>
[DbContext(typeof(IncidentDb))]
[Migration("20261121000000_FirstSchema")]
internal sealed class FirstSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "action_ideas",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                incident_number = table.Column<int>(nullable: false),
                version = table.Column<int>(nullable: false),
                text = table.Column<string>(nullable: false),
                owner = table.Column<string>(nullable: true),
                due_date = table.Column<DateOnly>(nullable: true),
                rank = table.Column<int>(nullable: true),
                success_metric = table.Column<string>(nullable: true),
                source = table.Column<string>(nullable: true),
                state = table.Column<int>(nullable: false),
                parked_because = table.Column<int>(nullable: true),
                action_item_id = table.Column<Guid>(nullable: true),
                created_at = table.Column<DateTime>(nullable: false),
                created_by = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_action_ideas", x => x.id);
            });
        migrationBuilder.CreateTable(
            name: "action_items",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                incident_number = table.Column<int>(nullable: false),
                version = table.Column<int>(nullable: false),
                text = table.Column<string>(nullable: false),
                owner = table.Column<string>(nullable: false),
                assigned_at = table.Column<DateTime>(nullable: false),
                helpers = table.Column<string>(nullable: false),
                due_date = table.Column<DateOnly>(nullable: false),
                due_zone = table.Column<string>(nullable: false),
                due_set_at = table.Column<DateTime>(nullable: false),
                priority = table.Column<int>(nullable: true),
                effort = table.Column<int>(nullable: true),
                success_metric = table.Column<string>(nullable: true),
                ticket_link = table.Column<string>(nullable: true),
                rank = table.Column<int>(nullable: true),
                state = table.Column<int>(nullable: false),
                state_reason = table.Column<string>(nullable: true),
                accepted_at = table.Column<DateTime>(nullable: true),
                proposed_date = table.Column<DateOnly>(nullable: true),
                proposal_reason = table.Column<string>(nullable: true),
                proposed_at = table.Column<DateTime>(nullable: true),
                declined_by = table.Column<string>(nullable: true),
                declined_at = table.Column<DateTime>(nullable: true),
                created_at = table.Column<DateTime>(nullable: false),
                created_by = table.Column<string>(nullable: false),
                closed_at = table.Column<DateTime>(nullable: true),
                closed_by = table.Column<string>(nullable: true),
                snoozed_until = table.Column<DateTime>(nullable: true),
                history = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_action_items", x => x.id);
            });
        migrationBuilder.CreateTable(
            name: "action_notices",
            columns: table => new
            {
                occurrence = table.Column<string>(nullable: false),
                reader = table.Column<string>(nullable: false),
                message = table.Column<string>(nullable: false),
                action_item_id = table.Column<Guid>(nullable: false),
                kind = table.Column<int>(nullable: false),
                sent_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_action_notices", x => new { x.occurrence, x.reader });
            });
        migrationBuilder.CreateTable(
            name: "bot_messages",
            columns: table => new
            {
                name = table.Column<string>(nullable: false),
                channel_id = table.Column<string>(nullable: false),
                ts = table.Column<string>(nullable: false),
                content_hash = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_bot_messages", x => x.name);
            });
        migrationBuilder.CreateTable(
            name: "channel_messages",
            columns: table => new
            {
                channel = table.Column<string>(nullable: false),
                ts = table.Column<string>(nullable: false),
                thread_ts = table.Column<string>(nullable: true),
                version = table.Column<int>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                author_id = table.Column<string>(nullable: true),
                author_name = table.Column<string>(nullable: false),
                is_bot = table.Column<bool>(nullable: false),
                is_guest = table.Column<bool>(nullable: false),
                text = table.Column<string>(nullable: false),
                edited_at = table.Column<DateTime>(nullable: true),
                deleted_at = table.Column<DateTime>(nullable: true),
                is_complete = table.Column<bool>(nullable: false),
                versions = table.Column<string>(nullable: false),
                files = table.Column<string>(nullable: false),
                parked_at = table.Column<DateTime>(nullable: true),
                parked_by = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_channel_messages", x => new { x.channel, x.ts });
            });
        migrationBuilder.CreateTable(
            name: "handled_requests",
            columns: table => new
            {
                key = table.Column<string>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                outcome = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_handled_requests", x => x.key);
            });
        migrationBuilder.CreateTable(
            name: "inbox",
            columns: table => new
            {
                id = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                event_id = table.Column<string>(nullable: false),
                payload = table.Column<string>(nullable: false),
                lane = table.Column<string>(nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                not_before = table.Column<DateTime>(nullable: false),
                state = table.Column<int>(nullable: false),
                attempts = table.Column<int>(nullable: false),
                look_first = table.Column<bool>(nullable: false),
                leased_until = table.Column<DateTime>(nullable: true),
                error = table.Column<string>(nullable: true),
                finished_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_inbox", x => x.id);
            });
        migrationBuilder.CreateTable(
            name: "incident_channels",
            columns: table => new
            {
                incident_number = table.Column<int>(nullable: false),
                wanted_name = table.Column<string>(nullable: false),
                channel_id = table.Column<string>(nullable: true),
                name = table.Column<string>(nullable: true),
                topic = table.Column<string>(nullable: true),
                is_archived = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_incident_channels", x => x.incident_number);
            });
        migrationBuilder.CreateTable(
            name: "incidents",
            columns: table => new
            {
                number = table.Column<int>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                version = table.Column<int>(nullable: false),
                title = table.Column<string>(nullable: false),
                what_users_see = table.Column<string>(nullable: true),
                severity = table.Column<int>(nullable: false),
                status = table.Column<int>(nullable: false),
                type = table.Column<int>(nullable: true),
                kind = table.Column<int>(nullable: false),
                service = table.Column<string>(nullable: true),
                could_have_been = table.Column<int>(nullable: true),
                is_private = table.Column<bool>(nullable: false),
                is_drill = table.Column<bool>(nullable: false),
                is_report = table.Column<bool>(nullable: false),
                declared_by = table.Column<string>(nullable: false),
                declared_at = table.Column<DateTime>(nullable: false),
                started_at = table.Column<DateTime>(nullable: false),
                ended_at = table.Column<DateTime>(nullable: true),
                resolved_at = table.Column<DateTime>(nullable: true),
                duration = table.Column<TimeSpan>(nullable: true),
                resolution = table.Column<string>(nullable: true),
                triggers = table.Column<int>(nullable: false),
                cancel_reason = table.Column<string>(nullable: true),
                duplicate_of = table.Column<int>(nullable: true),
                diagnosed_it = table.Column<string>(nullable: true),
                shipped_the_change = table.Column<string>(nullable: true),
                affected_team = table.Column<string>(nullable: true),
                last_update_at = table.Column<DateTime>(nullable: true),
                next_update_due = table.Column<DateTime>(nullable: true),
                leadless_since = table.Column<DateTime>(nullable: true),
                milestones = table.Column<string>(nullable: false),
                status_updates = table.Column<string>(nullable: false),
                reopenings = table.Column<string>(nullable: false),
                worked_gaps = table.Column<string>(nullable: false),
                history = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_incidents", x => x.number);
            });
        migrationBuilder.CreateTable(
            name: "outbox",
            columns: table => new
            {
                id = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                kind = table.Column<string>(nullable: false),
                payload = table.Column<string>(nullable: false),
                key = table.Column<string>(nullable: false),
                card = table.Column<string>(nullable: true),
                lane = table.Column<string>(nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                not_before = table.Column<DateTime>(nullable: false),
                state = table.Column<int>(nullable: false),
                attempts = table.Column<int>(nullable: false),
                look_first = table.Column<bool>(nullable: false),
                leased_until = table.Column<DateTime>(nullable: true),
                error = table.Column<string>(nullable: true),
                finished_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_outbox", x => x.id);
            });
        migrationBuilder.CreateTable(
            name: "people",
            columns: table => new
            {
                id = table.Column<string>(nullable: false),
                name = table.Column<string>(nullable: false),
                zone = table.Column<string>(nullable: false),
                is_bot = table.Column<bool>(nullable: false),
                is_guest = table.Column<bool>(nullable: false),
                is_deactivated = table.Column<bool>(nullable: false),
                fetched_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_people", x => x.id);
            });
        migrationBuilder.CreateTable(
            name: "post_mortems",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                incident_number = table.Column<int>(nullable: false),
                version = table.Column<int>(nullable: false),
                need = table.Column<int>(nullable: false),
                state = table.Column<int>(nullable: false),
                deadline = table.Column<TimeSpan>(nullable: false),
                clock_started_at = table.Column<DateTime>(nullable: true),
                due_at = table.Column<DateTime>(nullable: true),
                meeting_at = table.Column<DateTime>(nullable: true),
                meeting_duration = table.Column<TimeSpan>(nullable: true),
                meeting_link = table.Column<string>(nullable: true),
                meeting_moves = table.Column<int>(nullable: false),
                facilitator = table.Column<string>(nullable: true),
                declined_facilitators = table.Column<string>(nullable: false),
                attendees = table.Column<string>(nullable: false),
                waived_by = table.Column<string>(nullable: true),
                waived_reason = table.Column<string>(nullable: true),
                waived_at = table.Column<DateTime>(nullable: true),
                held_at = table.Column<DateTime>(nullable: true),
                drafted_at = table.Column<DateTime>(nullable: true),
                published_at = table.Column<DateTime>(nullable: true),
                revision = table.Column<int>(nullable: false),
                history = table.Column<string>(nullable: false),
                summary = table.Column<string>(nullable: false),
                impact = table.Column<string>(nullable: false),
                why_chain = table.Column<string>(nullable: false),
                went_well = table.Column<string>(nullable: false),
                could_be_better = table.Column<string>(nullable: false),
                no_actions_reason = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_post_mortems", x => x.id);
            });
        migrationBuilder.CreateTable(
            name: "slack_limits",
            columns: table => new
            {
                name = table.Column<string>(nullable: false),
                not_before = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_slack_limits", x => x.name);
            });
        migrationBuilder.CreateTable(
            name: "timeline_entries",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                version = table.Column<int>(nullable: false),
                incident_number = table.Column<int>(nullable: false),
                kind = table.Column<int>(nullable: false),
                signal_state = table.Column<int>(nullable: true),
                at = table.Column<DateTime>(nullable: false),
                text = table.Column<string>(nullable: false),
                author_id = table.Column<string>(nullable: true),
                author_name = table.Column<string>(nullable: false),
                actor_role = table.Column<int>(nullable: true),
                system = table.Column<string>(nullable: true),
                source = table.Column<int>(nullable: false),
                channel = table.Column<string>(nullable: true),
                ts = table.Column<string>(nullable: true),
                thread_ts = table.Column<string>(nullable: true),
                added_at = table.Column<DateTime>(nullable: false),
                edited_at = table.Column<DateTime>(nullable: true),
                edited_by = table.Column<string>(nullable: true),
                is_rewritten = table.Column<bool>(nullable: false),
                is_starred = table.Column<bool>(nullable: false),
                is_removed = table.Column<bool>(nullable: false),
                message_deleted_at = table.Column<DateTime>(nullable: true),
                information_available = table.Column<string>(nullable: true),
                decision = table.Column<string>(nullable: true),
                assumption = table.Column<string>(nullable: true),
                learned_how = table.Column<string>(nullable: true),
                earlier_texts = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_timeline_entries", x => x.id);
            });
        migrationBuilder.CreateTable(
            name: "incident_members",
            columns: table => new
            {
                person = table.Column<string>(nullable: false),
                incident_number = table.Column<int>(nullable: false),
                since = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_incident_members", x => new { x.incident_number, x.person });
                table.ForeignKey("FK_incident_members_incidents_incident_number", x => x.incident_number, "incidents", "number", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            name: "incident_roles",
            columns: table => new
            {
                role = table.Column<int>(nullable: false),
                incident_number = table.Column<int>(nullable: false),
                person = table.Column<string>(nullable: false),
                since = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_incident_roles", x => new { x.incident_number, x.role });
                table.ForeignKey("FK_incident_roles_incidents_incident_number", x => x.incident_number, "incidents", "number", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            name: "contributing_factors",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                position = table.Column<int>(nullable: false),
                text = table.Column<string>(nullable: false),
                category = table.Column<int>(nullable: true),
                effect = table.Column<int>(nullable: true),
                is_assumption = table.Column<bool>(nullable: false),
                post_mortem_id = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_contributing_factors", x => x.id);
                table.ForeignKey("FK_contributing_factors_post_mortems_post_mortem_id", x => x.post_mortem_id, "post_mortems", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            name: "learnings",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                position = table.Column<int>(nullable: false),
                text = table.Column<string>(nullable: false),
                destination = table.Column<int>(nullable: true),
                post_mortem_id = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_learnings", x => x.id);
                table.ForeignKey("FK_learnings_post_mortems_post_mortem_id", x => x.post_mortem_id, "post_mortems", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            name: "parked_items",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                kind = table.Column<int>(nullable: false),
                text = table.Column<string>(nullable: false),
                parked_by = table.Column<string>(nullable: false),
                parked_at = table.Column<DateTime>(nullable: false),
                post_mortem_id = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_parked_items", x => x.id);
                table.ForeignKey("FK_parked_items_post_mortems_post_mortem_id", x => x.post_mortem_id, "post_mortems", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_action_ideas_incident_number", "action_ideas", "incident_number");
        migrationBuilder.CreateIndex("IX_action_ideas_source", "action_ideas", "source", unique: true);
        migrationBuilder.CreateIndex("IX_action_items_closed_at_owner", "action_items", ["closed_at", "owner"]);
        migrationBuilder.CreateIndex("IX_action_items_incident_number", "action_items", "incident_number");
        migrationBuilder.CreateIndex("IX_action_notices_action_item_id", "action_notices", "action_item_id");
        migrationBuilder.CreateIndex("IX_action_notices_message", "action_notices", "message");
        migrationBuilder.CreateIndex("IX_action_notices_sent_at", "action_notices", "sent_at");
        migrationBuilder.CreateIndex("IX_contributing_factors_post_mortem_id", "contributing_factors", "post_mortem_id");
        migrationBuilder.CreateIndex("IX_inbox_event_id", "inbox", "event_id", unique: true);
        migrationBuilder.CreateIndex("IX_inbox_state_lane_id", "inbox", ["state", "lane", "id"]);
        migrationBuilder.CreateIndex("IX_incident_channels_channel_id", "incident_channels", "channel_id", unique: true);
        migrationBuilder.CreateIndex("IX_incidents_service", "incidents", "service");
        migrationBuilder.CreateIndex("IX_incidents_status", "incidents", "status");
        migrationBuilder.CreateIndex("IX_learnings_post_mortem_id", "learnings", "post_mortem_id");
        migrationBuilder.CreateIndex("IX_outbox_key", "outbox", "key", unique: true);
        migrationBuilder.CreateIndex("IX_outbox_state_lane_id", "outbox", ["state", "lane", "id"]);
        migrationBuilder.CreateIndex("IX_parked_items_post_mortem_id", "parked_items", "post_mortem_id");
        migrationBuilder.CreateIndex("IX_post_mortems_incident_number", "post_mortems", "incident_number", unique: true);
        migrationBuilder.CreateIndex("IX_timeline_entries_channel_ts", "timeline_entries", ["channel", "ts"], unique: true);
        migrationBuilder.CreateIndex("IX_timeline_entries_incident_number_at", "timeline_entries", ["incident_number", "at"]);
    }
}
