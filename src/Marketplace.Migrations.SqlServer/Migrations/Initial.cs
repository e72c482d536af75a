using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable


namespace Marketplace.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccountDeletions",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RequestedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DoneAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountDeletions", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "AttributeDefinitions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CategoryId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Code = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Kind = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Unit = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    IsRequired = table.Column<bool>(type: "bit", nullable: false),
                    IsFilter = table.Column<bool>(type: "bit", nullable: false),
                    IsVariantOption = table.Column<bool>(type: "bit", nullable: false),
                    Choices = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Sort = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttributeDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Actor = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Action = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SubjectKind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SubjectId = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Detail = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Sequence = table.Column<long>(type: "bigint", nullable: true),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AutoReplies",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    UntilDate = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AutoReplies", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "BalanceEntries",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Type = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    FeeMinor = table.Column<long>(type: "bigint", nullable: false),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CreatedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AvailableAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ImportedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SourceId = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    JournalKey = table.Column<string>(type: "varchar(120)", unicode: false, maxLength: 120, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OtherKey = table.Column<string>(type: "varchar(120)", unicode: false, maxLength: 120, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DifferenceMinor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BalanceEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Banners",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Place = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    LinkText = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Href = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PictureAlt = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    FromUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Banners", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BuyBoxes",
                columns: table => new
                {
                    GroupId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OfferId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ChosenAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BuyBoxes", x => x.GroupId);
                });

            migrationBuilder.CreateTable(
                name: "BuyerCarts",
                columns: table => new
                {
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    UpdatedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LockedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OpenOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DetailsJson = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BuyerCarts", x => x.BuyerId);
                });

            migrationBuilder.CreateTable(
                name: "Carriers",
                columns: table => new
                {
                    Code = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TrackingUrl = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Carriers", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Categories",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ParentId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Slug = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Names = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Path = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Depth = table.Column<int>(type: "int", nullable: false),
                    Sort = table.Column<int>(type: "int", nullable: false),
                    TaxCode = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    IsHidden = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Categories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CategorySlugs",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CategoryId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RetiredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CategorySlugs", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "Collections",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Lead = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    ListingIds = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Rule = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PriceCaps = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Collections", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "CommissionRules",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CategoryId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RateBps = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommissionRules", x => x.Id);
                    table.CheckConstraint("CK_CommissionRules_RateBps", "\"RateBps\" >= 0 AND \"RateBps\" <= 10000");
                });

            migrationBuilder.CreateTable(
                name: "DataExports",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RequestedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReadyAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataExports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeliveredLines",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Slug = table.Column<string>(type: "varchar(140)", unicode: false, maxLength: 140, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Options = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DeliveredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReviewId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RequestedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveredLines", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "DemandCursors",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemandCursors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FeatureFlags",
                columns: table => new
                {
                    Name = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Percent = table.Column<int>(type: "int", nullable: false),
                    SellerIds = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ChangedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeatureFlags", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "HealthRules",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    LateBps = table.Column<int>(type: "int", nullable: false),
                    CancelledBps = table.Column<int>(type: "int", nullable: false),
                    RefundedBps = table.Column<int>(type: "int", nullable: false),
                    ReplyHours = table.Column<int>(type: "int", nullable: false),
                    RatingHundredths = table.Column<int>(type: "int", nullable: false),
                    Fewest = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HelpfulVotes",
                columns: table => new
                {
                    ReviewId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelpfulVotes", x => new { x.ReviewId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "Holdings",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TaxCountry = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SoldAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HoldDays = table.Column<int>(type: "int", nullable: false),
                    NetMinor = table.Column<long>(type: "bigint", nullable: false),
                    CommissionMinor = table.Column<long>(type: "bigint", nullable: false),
                    CommissionTaxMinor = table.Column<long>(type: "bigint", nullable: false),
                    PlatformTaxMinor = table.Column<long>(type: "bigint", nullable: false),
                    PlatformDiscountMinor = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    DeliveredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReleaseAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReleasedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TransferredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TransferId = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    TransferAttempt = table.Column<int>(type: "int", nullable: false),
                    TransferredMinor = table.Column<long>(type: "bigint", nullable: false),
                    OwedBackMinor = table.Column<long>(type: "bigint", nullable: false),
                    WaitReason = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NextTransferAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holdings", x => x.Id);
                    table.CheckConstraint("CK_Holdings_NetMinor", "\"NetMinor\" >= \"TransferredMinor\" AND \"TransferredMinor\" >= 0 AND \"CommissionMinor\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "HomePages",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Hero = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Navigation = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShopIds = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Order = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Footer = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HomePages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HookDeliveries",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    EndpointId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    EventType = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Payload = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LeaseId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    LeasedUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Log = table.Column<string>(type: "nvarchar(max)", maxLength: 60000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HookDeliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HookEndpoints",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Url = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Events = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SealedSecret = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OldSealedSecret = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OldSecretUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DeliveredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FailingSinceUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HookEndpoints", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyKeys",
                columns: table => new
                {
                    Owner = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Key = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Message = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BodyHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Answer = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyKeys", x => new { x.Owner, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "ImportCursors",
                columns: table => new
                {
                    Name = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReadUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportCursors", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "ImportPictures",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Key = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Problem = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RunId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportPictures", x => new { x.TenantId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "ImportRuns",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    FileName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Path = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PicturesPath = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Kind = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Encoding = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    HeaderHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Columns = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Options = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    StartedBy = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Cursor = table.Column<int>(type: "int", nullable: false),
                    Items = table.Column<int>(type: "int", nullable: false),
                    Rows = table.Column<int>(type: "int", nullable: false),
                    Failure = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRuns", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    MessageId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Part = table.Column<int>(type: "int", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => new { x.MessageId, x.Consumer, x.Part });
                });

            migrationBuilder.CreateTable(
                name: "InvariantChecks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CheckedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TookMilliseconds = table.Column<int>(type: "int", nullable: false),
                    Breaches = table.Column<int>(type: "int", nullable: false),
                    Found = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BrokenSinceUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvariantChecks", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Role = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TokenHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    InvitedById = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcceptedById = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobRuns",
                columns: table => new
                {
                    Name = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    StartedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Failed = table.Column<bool>(type: "bit", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Runs = table.Column<long>(type: "bigint", nullable: false),
                    Failures = table.Column<long>(type: "bigint", nullable: false),
                    LastFailureAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastFailure = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRuns", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "LedgerBalances",
                columns: table => new
                {
                    Book = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    DebitMinor = table.Column<long>(type: "bigint", nullable: false),
                    UntilId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CheckedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerBalances", x => new { x.CurrencyCode, x.Book });
                });

            migrationBuilder.CreateTable(
                name: "LedgerTransactions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ExternalKey = table.Column<string>(type: "varchar(120)", unicode: false, maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    EffectiveAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerTransactions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalTexts",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TextVersion = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalTexts", x => new { x.Kind, x.TextVersion });
                });

            migrationBuilder.CreateTable(
                name: "ListingChanges",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ChangedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IndexVersion = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingChanges", x => new { x.TenantId, x.ListingId });
                });

            migrationBuilder.CreateTable(
                name: "ListingRatings",
                columns: table => new
                {
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RatingHundredths = table.Column<int>(type: "int", nullable: false),
                    RatingCount = table.Column<int>(type: "int", nullable: false),
                    Stars = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingRatings", x => x.ListingId);
                });

            migrationBuilder.CreateTable(
                name: "ListingRevisions",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Actor = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Snapshot = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingRevisions", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ListingRules",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Mode = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    FirstListings = table.Column<int>(type: "int", nullable: false),
                    WatchedWords = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Listings",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShortId = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Brand = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CategoryId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Pictures = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Attributes = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Options = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RevisionId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Revisions = table.Column<int>(type: "int", nullable: false),
                    HasChanges = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FirstPublishedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PublishAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listings", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ListingTalks",
                columns: table => new
                {
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Reviews = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Questions = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    QuestionCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingTalks", x => x.ListingId);
                });

            migrationBuilder.CreateTable(
                name: "ListingViews",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Views = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingViews", x => new { x.TenantId, x.Day, x.ListingId });
                });

            migrationBuilder.CreateTable(
                name: "LowStockMarks",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Units = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LowStockMarks", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "MailChoices",
                columns: table => new
                {
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Topic = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    IsWanted = table.Column<bool>(type: "bit", nullable: false),
                    ChangedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailChoices", x => new { x.BuyerId, x.Topic });
                });

            migrationBuilder.CreateTable(
                name: "Mails",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Key = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Recipient = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Html = table.Column<string>(type: "nvarchar(max)", maxLength: 200000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    IsSecret = table.Column<bool>(type: "bit", nullable: false),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    StopUrl = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LeaseId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    LeasedUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SentAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastError = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MediaAssets",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    FileName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Width = table.Column<int>(type: "int", nullable: false),
                    Height = table.Column<int>(type: "int", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HasAllSizes = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediaAssets", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "MessageThreads",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Subject = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Slug = table.Column<string>(type: "varchar(140)", unicode: false, maxLength: 140, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerName = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerSlug = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    StartedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastBy = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Snippet = table.Column<string>(type: "nvarchar(130)", maxLength: 130, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    UnreadByBuyer = table.Column<int>(type: "int", nullable: false),
                    UnreadBySeller = table.Column<int>(type: "int", nullable: false),
                    WaitingSinceUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageThreads", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "MoneyAlerts",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Reference = table.Column<string>(type: "varchar(120)", unicode: false, maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Detail = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: true),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RaisedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClosedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedBy = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoneyAlerts", x => new { x.Kind, x.Reference });
                });

            migrationBuilder.CreateTable(
                name: "NoReviewRequests",
                columns: table => new
                {
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoReviewRequests", x => x.BuyerId);
                });

            migrationBuilder.CreateTable(
                name: "OfferPrices",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OfferId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PriceMinor = table.Column<long>(type: "bigint", nullable: false),
                    CompareAtMinor = table.Column<long>(type: "bigint", nullable: true),
                    SaleMinor = table.Column<long>(type: "bigint", nullable: true),
                    SaleFromUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SaleUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PriorMinor = table.Column<long>(type: "bigint", nullable: true),
                    TurnsAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferPrices", x => new { x.TenantId, x.OfferId, x.CurrencyCode });
                    table.CheckConstraint("CK_OfferPrices_Positive", "\"PriceMinor\" > 0");
                    table.CheckConstraint("CK_OfferPrices_Sale", "\"SaleMinor\" IS NULL OR (\"SaleMinor\" > 0 AND \"SaleMinor\" < \"PriceMinor\")");
                });

            migrationBuilder.CreateTable(
                name: "OfferStocks",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OfferId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    LocationId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OnHand = table.Column<int>(type: "int", nullable: false),
                    Reserved = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferStocks", x => new { x.TenantId, x.OfferId, x.LocationId });
                    table.CheckConstraint("CK_OfferStocks_OnHand", "\"OnHand\" >= 0");
                    table.CheckConstraint("CK_OfferStocks_Reserved", "\"Reserved\" >= 0 AND \"Reserved\" <= \"OnHand\"");
                });

            migrationBuilder.CreateTable(
                name: "OrderCounters",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Next = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderCounters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OrderLineAmounts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CommissionRuleId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CommissionRateBps = table.Column<int>(type: "int", nullable: false),
                    CommissionBaseMinor = table.Column<long>(type: "bigint", nullable: false),
                    CommissionMinor = table.Column<long>(type: "bigint", nullable: false),
                    CommissionTaxMinor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderLineAmounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OrderRefunds",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    LinesJson = table.Column<string>(type: "nvarchar(max)", maxLength: 16000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PartsJson = table.Column<string>(type: "varchar(400)", unicode: false, maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ParentId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    WithShipping = table.Column<bool>(type: "bit", nullable: false),
                    By = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RequestedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    EndedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderRefunds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Orders",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ByGuest = table.Column<bool>(type: "bit", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ItemsMinor = table.Column<long>(type: "bigint", nullable: false),
                    ShippingMinor = table.Column<long>(type: "bigint", nullable: false),
                    TaxMinor = table.Column<long>(type: "bigint", nullable: false),
                    PriceIncludesTax = table.Column<bool>(type: "bit", nullable: false),
                    TotalMinor = table.Column<long>(type: "bigint", nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Locale = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    LinkKey = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ContentHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CreatedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PlacedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LockedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReviewReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ShipTo_City = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Company = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Country = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Line1 = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Line2 = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Postcode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Region = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    EventName = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Payload = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderingKey = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderingVersion = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LeasedUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LeaseId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DoneAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DueAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastError = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OwnPages",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Locale = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Description = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    ChangedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnPages", x => new { x.Slug, x.Locale });
                });

            migrationBuilder.CreateTable(
                name: "PageRevisions",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Locale = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Description = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    By = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PageRevisions", x => new { x.Slug, x.Locale, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PaymentCommands",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Kind = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Reference = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Parameters = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CreatedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    DueAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LeasedUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LeaseId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    KeyGeneration = table.Column<int>(type: "int", nullable: false),
                    LastError = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DoneAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentCommands", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PaymentRefunds",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Breakdown = table.Column<string>(type: "varchar(400)", unicode: false, maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Shares = table.Column<string>(type: "varchar(8000)", unicode: false, maxLength: 8000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RequestedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    StripeRefundId = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SettledAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FailureCode = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentRefunds", x => x.Id);
                    table.CheckConstraint("CK_PaymentRefunds_AmountMinor", "\"AmountMinor\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    RequestedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SessionId = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PageUrl = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PaymentIntentId = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ChargeId = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReceivedMinor = table.Column<long>(type: "bigint", nullable: false),
                    RefundedMinor = table.Column<long>(type: "bigint", nullable: false),
                    SettledAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FailureCode = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => x.Id);
                    table.CheckConstraint("CK_Payments_RefundedMinor", "\"RefundedMinor\" >= 0 AND \"RefundedMinor\" <= \"ReceivedMinor\"");
                });

            migrationBuilder.CreateTable(
                name: "PayoutAccountRequests",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Attempt = table.Column<int>(type: "int", nullable: false),
                    Parameters = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayoutAccountRequests", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AdminRole = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Locale = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    JoinedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSeenAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DisabledAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TotpSecret = table.Column<string>(type: "varchar(500)", unicode: false, maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    TotpSinceUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TotpLastStep = table.Column<long>(type: "bigint", nullable: false),
                    TotpPending = table.Column<string>(type: "varchar(500)", unicode: false, maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SecurityStamp = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ConcurrencyStamp = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PhoneNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlatformSettings",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SupportEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Countries = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Currencies = table.Column<string>(type: "varchar(400)", unicode: false, maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Locales = table.Column<string>(type: "varchar(400)", unicode: false, maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    HoldDays = table.Column<int>(type: "int", nullable: false),
                    AcceptHours = table.Column<int>(type: "int", nullable: false),
                    ShipGraceDays = table.Column<int>(type: "int", nullable: false),
                    TransitGraceDays = table.Column<int>(type: "int", nullable: false),
                    HomeCountry = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CommissionTaxBps = table.Column<int>(type: "int", nullable: false),
                    TakesPrivateSellers = table.Column<bool>(type: "bit", nullable: false),
                    SetUpAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PriceChanges",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OfferId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PriceMinor = table.Column<long>(type: "bigint", nullable: true),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Actor = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceChanges", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ProductGroupMembers",
                columns: table => new
                {
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    GroupId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductGroupMembers", x => x.ListingId);
                });

            migrationBuilder.CreateTable(
                name: "ProductGroups",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Gtin = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductGroups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProvenDomains",
                columns: table => new
                {
                    Host = table.Column<string>(type: "varchar(253)", unicode: false, maxLength: 253, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ProvenAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProvenDomains", x => x.Host);
                });

            migrationBuilder.CreateTable(
                name: "PublishedAnswers",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    QuestionId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Question = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Author = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AskedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AnsweredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedAnswers", x => new { x.TenantId, x.QuestionId });
                });

            migrationBuilder.CreateTable(
                name: "PublishedListings",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShortId = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Slug = table.Column<string>(type: "varchar(120)", unicode: false, maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RevisionId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    IsLive = table.Column<bool>(type: "bit", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Brand = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CategoryId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CategoryPath = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TaxCode = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Pictures = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Attributes = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Options = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    GroupGtin = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PublishedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FirstPublishedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedListings", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "PublishedTexts",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Locale = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    DescriptionHtml = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    DescriptionText = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SeoTitle = table.Column<string>(type: "nvarchar(70)", maxLength: 70, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SeoDescription = table.Column<string>(type: "nvarchar(170)", maxLength: 170, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedTexts", x => new { x.TenantId, x.ListingId, x.Locale });
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Slug = table.Column<string>(type: "varchar(140)", unicode: false, maxLength: 140, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingTitle = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Author = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AskedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ClosedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ReconciledBalances",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Account = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    StripeMinor = table.Column<long>(type: "bigint", nullable: false),
                    LedgerMinor = table.Column<long>(type: "bigint", nullable: false),
                    InFlightMinor = table.Column<long>(type: "bigint", nullable: false),
                    DifferenceMinor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReconciledBalances", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewNotes",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Actor = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ByPlatform = table.Column<bool>(type: "bit", nullable: false),
                    Kind = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Steps = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewNotes", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ReviewReplies",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReviewId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EditedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewReplies", x => new { x.TenantId, x.ReviewId });
                });

            migrationBuilder.CreateTable(
                name: "ReviewReports",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReviewId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReporterBuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Reason = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsHidden = table.Column<bool>(type: "bit", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewRevisions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReviewId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Stars = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Photos = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewRevisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderLineId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Slug = table.Column<string>(type: "varchar(140)", unicode: false, maxLength: 140, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingTitle = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Options = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Author = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Stars = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(3000)", maxLength: 3000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Photos = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    HasPhotos = table.Column<bool>(type: "bit", nullable: false),
                    WrittenAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EditedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewStandings",
                columns: table => new
                {
                    ReviewId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    HelpfulCount = table.Column<int>(type: "int", nullable: false),
                    IsHidden = table.Column<bool>(type: "bit", nullable: false),
                    HiddenReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    DecidedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewStandings", x => x.ReviewId);
                });

            migrationBuilder.CreateTable(
                name: "SavedAddresses",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    AddedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PreferredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Address_City = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Address_Company = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Address_Country = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Address_Line1 = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Address_Line2 = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Address_Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Address_Postcode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Address_Region = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedAddresses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedItems",
                columns: table => new
                {
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SavedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedItems", x => new { x.BuyerId, x.ListingId });
                });

            migrationBuilder.CreateTable(
                name: "SavedOrderViews",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Query = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedOrderViews", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "SavedReplies",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedReplies", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "SellerDomains",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Host = table.Column<string>(type: "varchar(253)", unicode: false, maxLength: 253, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ProofToken = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerDomains", x => new { x.TenantId, x.Host });
                });

            migrationBuilder.CreateTable(
                name: "SellerHealths",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    MeasuredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Promised = table.Column<int>(type: "int", nullable: false),
                    Late = table.Column<int>(type: "int", nullable: false),
                    Placed = table.Column<int>(type: "int", nullable: false),
                    Cancelled = table.Column<int>(type: "int", nullable: false),
                    Shipped = table.Column<int>(type: "int", nullable: false),
                    Refunded = table.Column<int>(type: "int", nullable: false),
                    ReplyMinutes = table.Column<int>(type: "int", nullable: true),
                    Ratings = table.Column<int>(type: "int", nullable: false),
                    RatingHundredths = table.Column<int>(type: "int", nullable: false),
                    Missed = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    MissedCount = table.Column<int>(type: "int", nullable: false),
                    MissedSinceUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SeenAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerHealths", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "SellerOrderAmounts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    GrossMinor = table.Column<long>(type: "bigint", nullable: false),
                    ShippingMinor = table.Column<long>(type: "bigint", nullable: false),
                    PlatformTaxMinor = table.Column<long>(type: "bigint", nullable: false),
                    ShippingPlatformTaxMinor = table.Column<long>(type: "bigint", nullable: false),
                    CommissionMinor = table.Column<long>(type: "bigint", nullable: false),
                    CommissionTaxMinor = table.Column<long>(type: "bigint", nullable: false),
                    PlatformDiscountMinor = table.Column<long>(type: "bigint", nullable: false),
                    SellerNetMinor = table.Column<long>(type: "bigint", nullable: false),
                    HoldDays = table.Column<int>(type: "int", nullable: false),
                    RefundedMinor = table.Column<long>(type: "bigint", nullable: false),
                    RefundedNetMinor = table.Column<long>(type: "bigint", nullable: false),
                    ShippingIsRefunded = table.Column<bool>(type: "bit", nullable: false),
                    Money = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Issue = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReleasedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TransferredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TransferId = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerOrderAmounts", x => x.Id);
                    table.CheckConstraint("CK_SellerOrderAmounts_Refunded", "\"RefundedMinor\" <= \"GrossMinor\" + \"ShippingMinor\"");
                });

            migrationBuilder.CreateTable(
                name: "SellerOrders",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerName = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerSlug = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ItemsMinor = table.Column<long>(type: "bigint", nullable: false),
                    ShippingMinor = table.Column<long>(type: "bigint", nullable: false),
                    TaxMinor = table.Column<long>(type: "bigint", nullable: false),
                    PriceIncludesTax = table.Column<bool>(type: "bit", nullable: false),
                    TotalMinor = table.Column<long>(type: "bigint", nullable: false),
                    ShippingTaxMinor = table.Column<long>(type: "bigint", nullable: false),
                    ShippingTaxRateBps = table.Column<int>(type: "int", nullable: false),
                    ShippingTaxCollector = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShippingQuoteJson = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShippingName = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TransitDaysMax = table.Column<int>(type: "int", nullable: false),
                    ShipByDate = table.Column<DateOnly>(type: "date", nullable: false),
                    ArrivesFromDate = table.Column<DateOnly>(type: "date", nullable: false),
                    ArrivesToDate = table.Column<DateOnly>(type: "date", nullable: false),
                    PlacedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcceptByUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ShipDeadlineUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcceptedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PackedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ShippedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeliveredByClockUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeliveredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeliveredBy = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CancelledAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SellerFailedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CancellationAskedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CancellationReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CancellationAnswerByUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ShipTo_City = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Company = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Country = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Line1 = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Line2 = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Postcode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipTo_Region = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerOrders", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "SellerPayouts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CreatedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ArrivesAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FailureMessage = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerPayouts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SellerPlans",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CommissionDeltaBps = table.Column<int>(type: "int", nullable: false),
                    MaximumListings = table.Column<int>(type: "int", nullable: true),
                    IsOffered = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerPlans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SellerProfiles",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Slug = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Tagline = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    About = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    City = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Country = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    BrandColour = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    LogoRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BannerRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReturnsPolicy = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShippingPolicy = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReturnWindowDays = table.Column<int>(type: "int", nullable: false),
                    CertifiedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Trader_City = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_Country = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_Kind = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_LegalName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_Line1 = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_Line2 = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_Postcode = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_Region = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_RegisterName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_RegisterNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Trader_VatId = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerProfiles", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "SellerResponses",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    MedianMinutes = table.Column<int>(type: "int", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerResponses", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "Sellers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Slug = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Country = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    StateReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AppliedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StateAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PayoutAccountId = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PayoutsReady = table.Column<bool>(type: "bit", nullable: false),
                    PayoutRequirementsJson = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CommissionBps = table.Column<int>(type: "int", nullable: true),
                    HoldDays = table.Column<int>(type: "int", nullable: true),
                    PlanId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PlanName = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PlanDeltaBps = table.Column<int>(type: "int", nullable: false),
                    RemindersSent = table.Column<int>(type: "int", nullable: false),
                    RemindedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RemindersOff = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sellers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SellerStandings",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    IsOpen = table.Column<bool>(type: "bit", nullable: false),
                    MaximumListings = table.Column<int>(type: "int", nullable: true),
                    RatingHundredths = table.Column<int>(type: "int", nullable: false),
                    RatingCount = table.Column<int>(type: "int", nullable: false),
                    OrdersShipped = table.Column<int>(type: "int", nullable: false),
                    ChangedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerStandings", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "ShippingProfiles",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    FromCountry = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ProcessingDaysMin = table.Column<int>(type: "int", nullable: false),
                    ProcessingDaysMax = table.Column<int>(type: "int", nullable: false),
                    CutOffHour = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShippingProfiles", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ShippingZones",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Places = table.Column<string>(type: "varchar(2000)", unicode: false, maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShippingZones", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ShopFollows",
                columns: table => new
                {
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ToldUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShopFollows", x => new { x.BuyerId, x.TenantId });
                });

            migrationBuilder.CreateTable(
                name: "ShopViews",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Views = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShopViews", x => new { x.TenantId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "SpentQuestions",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpentQuestions", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "StaffInvitations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Role = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TokenHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    InvitedById = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcceptedById = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffInvitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StockLocations",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    City = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Country = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Sort = table.Column<int>(type: "int", nullable: false),
                    IsClosed = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockLocations", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "StockMovements",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OfferId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    LocationId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Kind = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Quantity = table.Column<int>(type: "int", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Reference = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Actor = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockMovements", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "StockRequests",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OfferId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    AskedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ConfirmedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ToldAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StockReservations",
                columns: table => new
                {
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OfferId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    LocationId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Quantity = table.Column<int>(type: "int", nullable: false),
                    Restocked = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockReservations", x => new { x.OrderId, x.OfferId, x.LocationId });
                    table.CheckConstraint("CK_StockReservations_Quantity", "\"Quantity\" > 0 AND \"Restocked\" >= 0 AND \"Restocked\" <= \"Quantity\"");
                });

            migrationBuilder.CreateTable(
                name: "StripeEvents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Account = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Type = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ObjectId = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ObjectState = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RefundId = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ApiVersion = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Raw = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ReceivedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    DueAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LeasedUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LeaseId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LastError = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DoneAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StripeEvents", x => new { x.Account, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "TaxRates",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Country = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Region = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TaxCode = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RateBps = table.Column<int>(type: "int", nullable: false),
                    PriceIncludesTax = table.Column<bool>(type: "bit", nullable: false),
                    Collector = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxRates", x => x.Id);
                    table.CheckConstraint("CK_TaxRates_RateBps", "\"RateBps\" >= 0 AND \"RateBps\" <= 10000");
                });

            migrationBuilder.CreateTable(
                name: "TermsAcceptances",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TermsVersion = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermsAcceptances", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ThreadReports",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ThreadId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    By = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Actor = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Reason = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsClosed = table.Column<bool>(type: "bit", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThreadReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CartLines",
                columns: table => new
                {
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OfferId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Quantity = table.Column<int>(type: "int", nullable: false),
                    SeenPriceMinor = table.Column<long>(type: "bigint", nullable: true),
                    SeenCurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    AddedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CartLines", x => new { x.BuyerId, x.OfferId });
                    table.CheckConstraint("CK_CartLine_Quantity", "\"Quantity\" > 0");
                    table.ForeignKey(
                        name: "FK_CartLines_BuyerCarts_BuyerId",
                        column: x => x.BuyerId,
                        principalTable: "BuyerCarts",
                        principalColumn: "BuyerId");
                });

            migrationBuilder.CreateTable(
                name: "CartShippings",
                columns: table => new
                {
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    MethodId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CartShippings", x => new { x.BuyerId, x.TenantId });
                    table.ForeignKey(
                        name: "FK_CartShippings_BuyerCarts_BuyerId",
                        column: x => x.BuyerId,
                        principalTable: "BuyerCarts",
                        principalColumn: "BuyerId");
                });

            migrationBuilder.CreateTable(
                name: "HoldingFreezes",
                columns: table => new
                {
                    HoldingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Reason = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HoldingFreezes", x => new { x.HoldingId, x.Reason });
                    table.ForeignKey(
                        name: "FK_HoldingFreezes_Holdings_HoldingId",
                        column: x => x.HoldingId,
                        principalTable: "Holdings",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ImportItems",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RunId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Sku = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Outcome = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Step = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SeenVersion = table.Column<long>(type: "bigint", nullable: true),
                    Planned = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Changes = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Problems = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    HasProblems = table.Column<bool>(type: "bit", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    AfterHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportItems", x => new { x.TenantId, x.RunId, x.Number });
                    table.ForeignKey(
                        name: "FK_ImportItems_ImportRuns_TenantId_RunId",
                        columns: x => new { x.TenantId, x.RunId },
                        principalTable: "ImportRuns",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "LedgerPostings",
                columns: table => new
                {
                    TransactionId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    DebitAccount = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CreditAccount = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    CurrencyCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerPostings", x => new { x.TransactionId, x.Position });
                    table.CheckConstraint("CK_LedgerPostings_AmountMinor", "\"AmountMinor\" > 0");
                    table.ForeignKey(
                        name: "FK_LedgerPostings_LedgerTransactions_TransactionId",
                        column: x => x.TransactionId,
                        principalTable: "LedgerTransactions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ListingSubmissions",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingVersion = table.Column<long>(type: "bigint", nullable: false),
                    Snapshot = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Causes = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    IsTakenDown = table.Column<bool>(type: "bit", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingSubmissions", x => new { x.TenantId, x.ListingId });
                    table.ForeignKey(
                        name: "FK_ListingSubmissions_Listings_TenantId_ListingId",
                        columns: x => new { x.TenantId, x.ListingId },
                        principalTable: "Listings",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ListingTexts",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Locale = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Description = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SeoTitle = table.Column<string>(type: "nvarchar(70)", maxLength: 70, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SeoDescription = table.Column<string>(type: "nvarchar(170)", maxLength: 170, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingTexts", x => new { x.TenantId, x.ListingId, x.Locale });
                    table.ForeignKey(
                        name: "FK_ListingTexts_Listings_TenantId_ListingId",
                        columns: x => new { x.TenantId, x.ListingId },
                        principalTable: "Listings",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ListingVariants",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Sku = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Gtin = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OptionValues = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    WeightGrams = table.Column<int>(type: "int", nullable: false),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingVariants", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ListingVariants_Listings_TenantId_ListingId",
                        columns: x => new { x.TenantId, x.ListingId },
                        principalTable: "Listings",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "MessageAttachments",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ThreadId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    MessageId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    FileName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Kind = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Bytes = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageAttachments", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_MessageAttachments_MessageThreads_TenantId_ThreadId",
                        columns: x => new { x.TenantId, x.ThreadId },
                        principalTable: "MessageThreads",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ThreadMessages",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ThreadId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    By = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LeadsOutside = table.Column<bool>(type: "bit", nullable: false),
                    AnsweredAfterMinutes = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThreadMessages", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ThreadMessages_MessageThreads_TenantId_ThreadId",
                        columns: x => new { x.TenantId, x.ThreadId },
                        principalTable: "MessageThreads",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Prefix = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Scopes = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    MadeById = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastUsedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiKeys_People_MadeById",
                        column: x => x.MadeById,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Role = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => new { x.TenantId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_Memberships_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OneTimeTokens",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Purpose = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UsedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneTimeTokens", x => x.Hash);
                    table.ForeignKey(
                        name: "FK_OneTimeTokens_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PersonClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ClaimType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ClaimValue = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonClaims_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PersonLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ProviderKey = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    UserId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_PersonLogins_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PersonPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(800)", maxLength: 800, nullable: false),
                    UserId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_PersonPasskeys_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PersonTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    LoginProvider = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Value = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_PersonTokens_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    UsedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => new { x.PersonId, x.Hash });
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Stamp = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Device = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Network = table.Column<string>(type: "varchar(50)", unicode: false, maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    StartedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SeenAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProvedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SecondFactor = table.Column<bool>(type: "bit", nullable: false),
                    EndedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ViewTenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ViewUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Sku = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Gtin = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OptionValues = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OptionsText = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    WeightGrams = table.Column<int>(type: "int", nullable: false),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    IsLive = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Offers_PublishedListings_TenantId_ListingId",
                        columns: x => new { x.TenantId, x.ListingId },
                        principalTable: "PublishedListings",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ReconciliationItems",
                columns: table => new
                {
                    BalanceId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Reference = table.Column<string>(type: "varchar(120)", unicode: false, maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OrderId = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    IsInFlight = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReconciliationItems", x => new { x.BalanceId, x.Position });
                    table.ForeignKey(
                        name: "FK_ReconciliationItems_ReconciledBalances_BalanceId",
                        column: x => x.BalanceId,
                        principalTable: "ReconciledBalances",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OrderEvents",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Kind = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Actor = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Detail = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderEvents", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_OrderEvents_SellerOrders_TenantId_SellerOrderId",
                        columns: x => new { x.TenantId, x.SellerOrderId },
                        principalTable: "SellerOrders",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "OrderLines",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    OfferId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ListingId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RevisionId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Slug = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Options = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PictureRef = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Sku = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Quantity = table.Column<int>(type: "int", nullable: false),
                    UnitPriceMinor = table.Column<long>(type: "bigint", nullable: false),
                    SellerDiscountMinor = table.Column<long>(type: "bigint", nullable: false),
                    PlatformDiscountMinor = table.Column<long>(type: "bigint", nullable: false),
                    TaxMinor = table.Column<long>(type: "bigint", nullable: false),
                    TaxRateBps = table.Column<int>(type: "int", nullable: false),
                    PriceIncludesTax = table.Column<bool>(type: "bit", nullable: false),
                    TaxCollector = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    GrossMinor = table.Column<long>(type: "bigint", nullable: false),
                    ShippedQuantity = table.Column<int>(type: "int", nullable: false),
                    CancelledQuantity = table.Column<int>(type: "int", nullable: false),
                    RefundedQuantity = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderLines", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_OrderLine_Refunded", "\"RefundedQuantity\" <= \"Quantity\"");
                    table.CheckConstraint("CK_OrderLine_Shipped", "\"ShippedQuantity\" + \"CancelledQuantity\" <= \"Quantity\"");
                    table.ForeignKey(
                        name: "FK_OrderLines_SellerOrders_TenantId_SellerOrderId",
                        columns: x => new { x.TenantId, x.SellerOrderId },
                        principalTable: "SellerOrders",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "OrderNotes",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    PersonId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderNotes", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_OrderNotes_SellerOrders_TenantId_SellerOrderId",
                        columns: x => new { x.TenantId, x.SellerOrderId },
                        principalTable: "SellerOrders",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Shipments",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SellerOrderId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CarrierCode = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CarrierName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TrackingNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    TrackingUrl = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShippedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ArrivesToDate = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shipments", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Shipments_SellerOrders_TenantId_SellerOrderId",
                        columns: x => new { x.TenantId, x.SellerOrderId },
                        principalTable: "SellerOrders",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ShippingMethods",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ZoneId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CarrierCode = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    TransitDaysMin = table.Column<int>(type: "int", nullable: false),
                    TransitDaysMax = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    PickupJson = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RatesJson = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShippingMethods", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ShippingMethods_ShippingZones_TenantId_ZoneId",
                        columns: x => new { x.TenantId, x.ZoneId },
                        principalTable: "ShippingZones",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ShipmentLines",
                columns: table => new
                {
                    TenantId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Id = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BuyerId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShipmentId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderLineId = table.Column<string>(type: "varchar(26)", unicode: false, maxLength: 26, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Quantity = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShipmentLines", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ShipmentLines_OrderLines_TenantId_OrderLineId",
                        columns: x => new { x.TenantId, x.OrderLineId },
                        principalTable: "OrderLines",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_ShipmentLines_Shipments_TenantId_ShipmentId",
                        columns: x => new { x.TenantId, x.ShipmentId },
                        principalTable: "Shipments",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.InsertData(
                table: "Carriers",
                columns: new[] { "Code", "Name", "Position", "TrackingUrl" },
                values: new object[,]
                {
                    { "aramex", "Aramex", 14, "https://www.aramex.com/track/results?ShipmentNumber={0}" },
                    { "bpost", "bpost", 12, "https://track.bpost.cloud/btr/web/#/search?itemCode={0}" },
                    { "correos", "Correos", 10, "https://www.correos.es/es/en/tools/tracker/items/details?tracking-number={0}" },
                    { "courier", "Own courier", 98, null },
                    { "dhl", "DHL", 2, "https://www.dhl.com/global-en/home/tracking.html?tracking-id={0}" },
                    { "dpd", "DPD", 3, "https://tracking.dpd.de/parcelstatus?query={0}" },
                    { "fedex", "FedEx", 6, "https://www.fedex.com/fedextrack/?trknbr={0}" },
                    { "gls", "GLS", 4, "https://gls-group.eu/track/{0}" },
                    { "japan-post", "Japan Post", 13, "https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1={0}" },
                    { "la-poste", "La Poste", 9, "https://www.laposte.fr/outils/suivre-vos-envois?code={0}" },
                    { "other", "Another carrier", 99, null },
                    { "pickup", "Picked up", 97, null },
                    { "poste-italiane", "Poste Italiane", 11, "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{0}" },
                    { "postnl", "PostNL", 1, "https://postnl.nl/tracktrace/?B={0}" },
                    { "royal-mail", "Royal Mail", 8, "https://www.royalmail.com/track-your-item#/tracking-results/{0}" },
                    { "ups", "UPS", 5, "https://www.ups.com/track?tracknum={0}" },
                    { "usps", "USPS", 7, "https://tools.usps.com/go/TrackConfirmAction?tLabels={0}" }
                });

            migrationBuilder.InsertData(
                table: "OrderCounters",
                columns: new[] { "Id", "Next" },
                values: new object[] { "orders", 100001L });

            migrationBuilder.CreateIndex(
                name: "IX_AccountDeletions_DoneAtUtc_DueAtUtc",
                table: "AccountDeletions",
                columns: new[] { "DoneAtUtc", "DueAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_MadeById",
                table: "ApiKeys",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Prefix",
                table: "ApiKeys",
                column: "Prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_TenantId_RevokedAtUtc",
                table: "ApiKeys",
                columns: new[] { "TenantId", "RevokedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AttributeDefinitions_CategoryId_Code",
                table: "AttributeDefinitions",
                columns: new[] { "CategoryId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Actor_Id",
                table: "Audit",
                columns: new[] { "Actor", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_AtUtc",
                table: "Audit",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Sequence",
                table: "Audit",
                column: "Sequence",
                unique: true,
                filter: "[Sequence] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_SubjectKind_SubjectId",
                table: "Audit",
                columns: new[] { "SubjectKind", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_TenantId_AtUtc",
                table: "Audit",
                columns: new[] { "TenantId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_BalanceEntries_CreatedAtUtc",
                table: "BalanceEntries",
                column: "CreatedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_BalanceEntries_JournalKey",
                table: "BalanceEntries",
                column: "JournalKey",
                unique: true,
                filter: "[JournalKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BalanceEntries_State_CreatedAtUtc",
                table: "BalanceEntries",
                columns: new[] { "State", "CreatedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_BuyBoxes_ListingId",
                table: "BuyBoxes",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_BuyBoxes_TenantId",
                table: "BuyBoxes",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_BuyerCarts_OpenOrderId",
                table: "BuyerCarts",
                column: "OpenOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_BuyerCarts_UpdatedAtUtc",
                table: "BuyerCarts",
                column: "UpdatedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_CartLines_OfferId",
                table: "CartLines",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Categories_ParentId_Sort",
                table: "Categories",
                columns: new[] { "ParentId", "Sort" });

            migrationBuilder.CreateIndex(
                name: "IX_Categories_Path",
                table: "Categories",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_Categories_Slug",
                table: "Categories",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CategorySlugs_CategoryId",
                table: "CategorySlugs",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_CommissionRules_Position",
                table: "CommissionRules",
                column: "Position");

            migrationBuilder.CreateIndex(
                name: "IX_DataExports_PersonId_RequestedAtUtc",
                table: "DataExports",
                columns: new[] { "PersonId", "RequestedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_DataExports_State_UntilUtc",
                table: "DataExports",
                columns: new[] { "State", "UntilUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveredLines_BuyerId_DeliveredAtUtc",
                table: "DeliveredLines",
                columns: new[] { "BuyerId", "DeliveredAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveredLines_OrderId",
                table: "DeliveredLines",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveredLines_RequestedAtUtc_DeliveredAtUtc",
                table: "DeliveredLines",
                columns: new[] { "RequestedAtUtc", "DeliveredAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Holdings_OrderId",
                table: "Holdings",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Holdings_State_NextTransferAtUtc",
                table: "Holdings",
                columns: new[] { "State", "NextTransferAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Holdings_State_ReleaseAtUtc",
                table: "Holdings",
                columns: new[] { "State", "ReleaseAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Holdings_TenantId_State_ReleaseAtUtc",
                table: "Holdings",
                columns: new[] { "TenantId", "State", "ReleaseAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Holdings_TransferId",
                table: "Holdings",
                column: "TransferId");

            migrationBuilder.CreateIndex(
                name: "IX_HookDeliveries_EndpointId_State_DueAtUtc",
                table: "HookDeliveries",
                columns: new[] { "EndpointId", "State", "DueAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_HookDeliveries_State_DueAtUtc",
                table: "HookDeliveries",
                columns: new[] { "State", "DueAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_HookDeliveries_TenantId_EndpointId_Id",
                table: "HookDeliveries",
                columns: new[] { "TenantId", "EndpointId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyKeys_AtUtc",
                table: "IdempotencyKeys",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ImportItems_TenantId_RunId_Outcome_Line",
                table: "ImportItems",
                columns: new[] { "TenantId", "RunId", "Outcome", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRuns_State_Id",
                table: "ImportRuns",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRuns_TenantId_HeaderHash",
                table: "ImportRuns",
                columns: new[] { "TenantId", "HeaderHash" });

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_AtUtc",
                table: "Inbox",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_TenantId_EndedAtUtc",
                table: "Invitations",
                columns: new[] { "TenantId", "EndedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_TokenHash",
                table: "Invitations",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerPostings_CreditAccount_CurrencyCode",
                table: "LedgerPostings",
                columns: new[] { "CreditAccount", "CurrencyCode" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerPostings_DebitAccount_CurrencyCode",
                table: "LedgerPostings",
                columns: new[] { "DebitAccount", "CurrencyCode" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerPostings_SellerOrderId",
                table: "LedgerPostings",
                column: "SellerOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTransactions_ExternalKey",
                table: "LedgerTransactions",
                column: "ExternalKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTransactions_Kind_Id",
                table: "LedgerTransactions",
                columns: new[] { "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTransactions_OrderId",
                table: "LedgerTransactions",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTransactions_TenantId_Id",
                table: "LedgerTransactions",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingChanges_ChangedAtUtc_ListingId",
                table: "ListingChanges",
                columns: new[] { "ChangedAtUtc", "ListingId" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingRevisions_TenantId_ListingId_Number",
                table: "ListingRevisions",
                columns: new[] { "TenantId", "ListingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Listings_Id",
                table: "Listings",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_Listings_PublishAtUtc",
                table: "Listings",
                column: "PublishAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Listings_TenantId_ChangedAtUtc",
                table: "Listings",
                columns: new[] { "TenantId", "ChangedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_TenantId_State_ChangedAtUtc",
                table: "Listings",
                columns: new[] { "TenantId", "State", "ChangedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingSubmissions_ListingId",
                table: "ListingSubmissions",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_ListingSubmissions_State_AtUtc",
                table: "ListingSubmissions",
                columns: new[] { "State", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingVariants_TenantId_ListingId_Position",
                table: "ListingVariants",
                columns: new[] { "TenantId", "ListingId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingVariants_TenantId_Sku",
                table: "ListingVariants",
                columns: new[] { "TenantId", "Sku" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ListingViews_Day",
                table: "ListingViews",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_BuyerId",
                table: "Mails",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_Key",
                table: "Mails",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mails_Recipient",
                table: "Mails",
                column: "Recipient");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_State_DueAtUtc",
                table: "Mails",
                columns: new[] { "State", "DueAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_MediaAssets_HasAllSizes_AtUtc",
                table: "MediaAssets",
                columns: new[] { "HasAllSizes", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_MediaAssets_TenantId_PictureRef",
                table: "MediaAssets",
                columns: new[] { "TenantId", "PictureRef" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_PersonId",
                table: "Memberships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MessageAttachments_BuyerId",
                table: "MessageAttachments",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_MessageAttachments_TenantId_ThreadId",
                table: "MessageAttachments",
                columns: new[] { "TenantId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_MessageThreads_BuyerId_LastAtUtc",
                table: "MessageThreads",
                columns: new[] { "BuyerId", "LastAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_MessageThreads_OrderId",
                table: "MessageThreads",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_MessageThreads_TenantId_LastAtUtc",
                table: "MessageThreads",
                columns: new[] { "TenantId", "LastAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_MessageThreads_TenantId_WaitingSinceUtc",
                table: "MessageThreads",
                columns: new[] { "TenantId", "WaitingSinceUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_MoneyAlerts_ClosedAtUtc_RaisedAtUtc",
                table: "MoneyAlerts",
                columns: new[] { "ClosedAtUtc", "RaisedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_MoneyAlerts_TenantId_ClosedAtUtc",
                table: "MoneyAlerts",
                columns: new[] { "TenantId", "ClosedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferPrices_OfferId_CurrencyCode",
                table: "OfferPrices",
                columns: new[] { "OfferId", "CurrencyCode" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferPrices_TurnsAtUtc",
                table: "OfferPrices",
                column: "TurnsAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Id",
                table: "Offers",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_ListingId",
                table: "Offers",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_TenantId_ListingId_Position",
                table: "Offers",
                columns: new[] { "TenantId", "ListingId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferStocks_OfferId",
                table: "OfferStocks",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeTokens_PersonId_Purpose",
                table: "OneTimeTokens",
                columns: new[] { "PersonId", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeTokens_UntilUtc",
                table: "OneTimeTokens",
                column: "UntilUtc");

            migrationBuilder.CreateIndex(
                name: "IX_OrderEvents_BuyerId",
                table: "OrderEvents",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderEvents_TenantId_SellerOrderId",
                table: "OrderEvents",
                columns: new[] { "TenantId", "SellerOrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderLineAmounts_SellerOrderId",
                table: "OrderLineAmounts",
                column: "SellerOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_BuyerId_ListingId",
                table: "OrderLines",
                columns: new[] { "BuyerId", "ListingId" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_OrderId",
                table: "OrderLines",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_TenantId_SellerOrderId",
                table: "OrderLines",
                columns: new[] { "TenantId", "SellerOrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderNotes_PersonId",
                table: "OrderNotes",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderNotes_TenantId_SellerOrderId",
                table: "OrderNotes",
                columns: new[] { "TenantId", "SellerOrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderRefunds_OrderId",
                table: "OrderRefunds",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderRefunds_ParentId",
                table: "OrderRefunds",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderRefunds_RequestedAtUtc",
                table: "OrderRefunds",
                column: "RequestedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_OrderRefunds_SellerOrderId",
                table: "OrderRefunds",
                column: "SellerOrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_BuyerId_State_PlacedAtUtc",
                table: "Orders",
                columns: new[] { "BuyerId", "State", "PlacedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_CreatedAtUtc_Id",
                table: "Orders",
                columns: new[] { "CreatedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Email",
                table: "Orders",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Number",
                table: "Orders",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_PlacedAtUtc",
                table: "Orders",
                column: "PlacedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_State_CreatedAtUtc_Id",
                table: "Orders",
                columns: new[] { "State", "CreatedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_State_ExpiresAtUtc",
                table: "Orders",
                columns: new[] { "State", "ExpiresAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_OrderingKey_State_OrderingVersion_Position",
                table: "Outbox",
                columns: new[] { "OrderingKey", "State", "OrderingVersion", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_DueAtUtc",
                table: "Outbox",
                columns: new[] { "State", "DueAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentCommands_Reference",
                table: "PaymentCommands",
                column: "Reference");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentCommands_State_DueAtUtc",
                table: "PaymentCommands",
                columns: new[] { "State", "DueAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRefunds_OrderId",
                table: "PaymentRefunds",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRefunds_State_RequestedAtUtc",
                table: "PaymentRefunds",
                columns: new[] { "State", "RequestedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRefunds_StripeRefundId",
                table: "PaymentRefunds",
                column: "StripeRefundId",
                unique: true,
                filter: "[StripeRefundId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_PaymentIntentId",
                table: "Payments",
                column: "PaymentIntentId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_SessionId",
                table: "Payments",
                column: "SessionId",
                unique: true,
                filter: "[SessionId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_State_ExpiresAtUtc",
                table: "Payments",
                columns: new[] { "State", "ExpiresAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_People_AdminRole",
                table: "People",
                column: "AdminRole");

            migrationBuilder.CreateIndex(
                name: "IX_People_BuyerId",
                table: "People",
                column: "BuyerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_People_NormalizedEmail",
                table: "People",
                column: "NormalizedEmail",
                unique: true,
                filter: "[NormalizedEmail] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_People_NormalizedUserName",
                table: "People",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PersonClaims_UserId",
                table: "PersonClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonLogins_UserId",
                table: "PersonLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonPasskeys_UserId",
                table: "PersonPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_PriceChanges_TenantId_OfferId_CurrencyCode_AtUtc",
                table: "PriceChanges",
                columns: new[] { "TenantId", "OfferId", "CurrencyCode", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ProductGroupMembers_GroupId",
                table: "ProductGroupMembers",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_ProductGroups_Gtin",
                table: "ProductGroups",
                column: "Gtin",
                unique: true,
                filter: "[Gtin] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProvenDomains_TenantId",
                table: "ProvenDomains",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedAnswers_ListingId_AnsweredAtUtc",
                table: "PublishedAnswers",
                columns: new[] { "ListingId", "AnsweredAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_PublishedListings_CategoryId_IsLive",
                table: "PublishedListings",
                columns: new[] { "CategoryId", "IsLive" });

            migrationBuilder.CreateIndex(
                name: "IX_PublishedListings_GroupGtin",
                table: "PublishedListings",
                column: "GroupGtin");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedListings_Id",
                table: "PublishedListings",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedListings_PublishedAtUtc_Id",
                table: "PublishedListings",
                columns: new[] { "PublishedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PublishedListings_ShortId",
                table: "PublishedListings",
                column: "ShortId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Questions_BuyerId_AskedAtUtc",
                table: "Questions",
                columns: new[] { "BuyerId", "AskedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_TenantId_State_AskedAtUtc",
                table: "Questions",
                columns: new[] { "TenantId", "State", "AskedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ReconciledBalances_Account_AtUtc",
                table: "ReconciledBalances",
                columns: new[] { "Account", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ReconciledBalances_AtUtc",
                table: "ReconciledBalances",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewReplies_ReviewId",
                table: "ReviewReplies",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewReports_DecidedAtUtc_AtUtc",
                table: "ReviewReports",
                columns: new[] { "DecidedAtUtc", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewReports_PersonId_AtUtc",
                table: "ReviewReports",
                columns: new[] { "PersonId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewReports_ReviewId_PersonId",
                table: "ReviewReports",
                columns: new[] { "ReviewId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewRevisions_BuyerId",
                table: "ReviewRevisions",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewRevisions_ReviewId",
                table: "ReviewRevisions",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewRevisions_TenantId",
                table: "ReviewRevisions",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_BuyerId_WrittenAtUtc",
                table: "Reviews",
                columns: new[] { "BuyerId", "WrittenAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_ListingId_WrittenAtUtc",
                table: "Reviews",
                columns: new[] { "ListingId", "WrittenAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_OrderLineId",
                table: "Reviews",
                column: "OrderLineId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_TenantId_WrittenAtUtc",
                table: "Reviews",
                columns: new[] { "TenantId", "WrittenAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedAddresses_BuyerId_PreferredAtUtc",
                table: "SavedAddresses",
                columns: new[] { "BuyerId", "PreferredAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedItems_BuyerId_SavedAtUtc",
                table: "SavedItems",
                columns: new[] { "BuyerId", "SavedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedOrderViews_PersonId",
                table: "SavedOrderViews",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedOrderViews_TenantId_PersonId_Name",
                table: "SavedOrderViews",
                columns: new[] { "TenantId", "PersonId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SellerHealths_MissedSinceUtc",
                table: "SellerHealths",
                column: "MissedSinceUtc");

            migrationBuilder.CreateIndex(
                name: "IX_SellerOrderAmounts_OrderId",
                table: "SellerOrderAmounts",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_SellerOrderAmounts_TenantId",
                table: "SellerOrderAmounts",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_SellerOrders_BuyerId_PlacedAtUtc",
                table: "SellerOrders",
                columns: new[] { "BuyerId", "PlacedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SellerOrders_CancellationAnswerByUtc",
                table: "SellerOrders",
                column: "CancellationAnswerByUtc");

            migrationBuilder.CreateIndex(
                name: "IX_SellerOrders_OrderId",
                table: "SellerOrders",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_SellerOrders_State_AcceptByUtc",
                table: "SellerOrders",
                columns: new[] { "State", "AcceptByUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SellerOrders_State_DeliveredByClockUtc",
                table: "SellerOrders",
                columns: new[] { "State", "DeliveredByClockUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SellerOrders_TenantId_Number",
                table: "SellerOrders",
                columns: new[] { "TenantId", "Number" },
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SellerOrders_TenantId_PlacedAtUtc",
                table: "SellerOrders",
                columns: new[] { "TenantId", "PlacedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SellerOrders_TenantId_State_PlacedAtUtc",
                table: "SellerOrders",
                columns: new[] { "TenantId", "State", "PlacedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SellerPayouts_TenantId_CreatedAtUtc",
                table: "SellerPayouts",
                columns: new[] { "TenantId", "CreatedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SellerProfiles_Slug",
                table: "SellerProfiles",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_PayoutAccountId",
                table: "Sellers",
                column: "PayoutAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_Slug",
                table: "Sellers",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_State_Id",
                table: "Sellers",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SellerStandings_IsOpen",
                table: "SellerStandings",
                column: "IsOpen");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_PersonId_SeenAtUtc",
                table: "Sessions",
                columns: new[] { "PersonId", "SeenAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_SeenAtUtc",
                table: "Sessions",
                column: "SeenAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_ViewUntilUtc",
                table: "Sessions",
                column: "ViewUntilUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentLines_BuyerId",
                table: "ShipmentLines",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentLines_TenantId_OrderLineId",
                table: "ShipmentLines",
                columns: new[] { "TenantId", "OrderLineId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentLines_TenantId_ShipmentId",
                table: "ShipmentLines",
                columns: new[] { "TenantId", "ShipmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_BuyerId",
                table: "Shipments",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_TenantId_SellerOrderId",
                table: "Shipments",
                columns: new[] { "TenantId", "SellerOrderId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShippingMethods_TenantId_ZoneId",
                table: "ShippingMethods",
                columns: new[] { "TenantId", "ZoneId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShippingProfiles_TenantId",
                table: "ShippingProfiles",
                column: "TenantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShopFollows_TenantId",
                table: "ShopFollows",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_ShopFollows_ToldUntilUtc",
                table: "ShopFollows",
                column: "ToldUntilUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ShopViews_Day",
                table: "ShopViews",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_SpentQuestions_AtUtc",
                table: "SpentQuestions",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_StaffInvitations_EndedAtUtc",
                table: "StaffInvitations",
                column: "EndedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_StaffInvitations_TokenHash",
                table: "StaffInvitations",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockLocations_TenantId_Name",
                table: "StockLocations",
                columns: new[] { "TenantId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_TenantId_AtUtc",
                table: "StockMovements",
                columns: new[] { "TenantId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_StockMovements_TenantId_OfferId_LocationId_Kind_Reference",
                table: "StockMovements",
                columns: new[] { "TenantId", "OfferId", "LocationId", "Kind", "Reference" },
                unique: true,
                filter: "[Reference] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_StockRequests_BuyerId",
                table: "StockRequests",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_StockRequests_Email_AskedAtUtc",
                table: "StockRequests",
                columns: new[] { "Email", "AskedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_StockRequests_TenantId_OfferId_Email",
                table: "StockRequests",
                columns: new[] { "TenantId", "OfferId", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockRequests_ToldAtUtc_AskedAtUtc",
                table: "StockRequests",
                columns: new[] { "ToldAtUtc", "AskedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_StockReservations_State_UntilUtc",
                table: "StockReservations",
                columns: new[] { "State", "UntilUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_StockReservations_TenantId_State_OfferId",
                table: "StockReservations",
                columns: new[] { "TenantId", "State", "OfferId" });

            migrationBuilder.CreateIndex(
                name: "IX_StripeEvents_ObjectId_Type",
                table: "StripeEvents",
                columns: new[] { "ObjectId", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_StripeEvents_ReceivedAtUtc",
                table: "StripeEvents",
                column: "ReceivedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_StripeEvents_State_DueAtUtc",
                table: "StripeEvents",
                columns: new[] { "State", "DueAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_TaxRates_Country_Region_TaxCode",
                table: "TaxRates",
                columns: new[] { "Country", "Region", "TaxCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TermsAcceptances_TenantId_TermsVersion",
                table: "TermsAcceptances",
                columns: new[] { "TenantId", "TermsVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ThreadMessages_BuyerId_AtUtc",
                table: "ThreadMessages",
                columns: new[] { "BuyerId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ThreadMessages_TenantId_AtUtc",
                table: "ThreadMessages",
                columns: new[] { "TenantId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ThreadMessages_TenantId_ThreadId",
                table: "ThreadMessages",
                columns: new[] { "TenantId", "ThreadId" });

            migrationBuilder.CreateIndex(
                name: "IX_ThreadReports_DecidedAtUtc_AtUtc",
                table: "ThreadReports",
                columns: new[] { "DecidedAtUtc", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ThreadReports_TenantId_ThreadId",
                table: "ThreadReports",
                columns: new[] { "TenantId", "ThreadId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountDeletions");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "AttributeDefinitions");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "AutoReplies");

            migrationBuilder.DropTable(
                name: "BalanceEntries");

            migrationBuilder.DropTable(
                name: "Banners");

            migrationBuilder.DropTable(
                name: "BuyBoxes");

            migrationBuilder.DropTable(
                name: "Carriers");

            migrationBuilder.DropTable(
                name: "CartLines");

            migrationBuilder.DropTable(
                name: "CartShippings");

            migrationBuilder.DropTable(
                name: "Categories");

            migrationBuilder.DropTable(
                name: "CategorySlugs");

            migrationBuilder.DropTable(
                name: "Collections");

            migrationBuilder.DropTable(
                name: "CommissionRules");

            migrationBuilder.DropTable(
                name: "DataExports");

            migrationBuilder.DropTable(
                name: "DeliveredLines");

            migrationBuilder.DropTable(
                name: "DemandCursors");

            migrationBuilder.DropTable(
                name: "FeatureFlags");

            migrationBuilder.DropTable(
                name: "HealthRules");

            migrationBuilder.DropTable(
                name: "HelpfulVotes");

            migrationBuilder.DropTable(
                name: "HoldingFreezes");

            migrationBuilder.DropTable(
                name: "HomePages");

            migrationBuilder.DropTable(
                name: "HookDeliveries");

            migrationBuilder.DropTable(
                name: "HookEndpoints");

            migrationBuilder.DropTable(
                name: "IdempotencyKeys");

            migrationBuilder.DropTable(
                name: "ImportCursors");

            migrationBuilder.DropTable(
                name: "ImportItems");

            migrationBuilder.DropTable(
                name: "ImportPictures");

            migrationBuilder.DropTable(
                name: "Inbox");

            migrationBuilder.DropTable(
                name: "InvariantChecks");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "JobRuns");

            migrationBuilder.DropTable(
                name: "LedgerBalances");

            migrationBuilder.DropTable(
                name: "LedgerPostings");

            migrationBuilder.DropTable(
                name: "LegalTexts");

            migrationBuilder.DropTable(
                name: "ListingChanges");

            migrationBuilder.DropTable(
                name: "ListingRatings");

            migrationBuilder.DropTable(
                name: "ListingRevisions");

            migrationBuilder.DropTable(
                name: "ListingRules");

            migrationBuilder.DropTable(
                name: "ListingSubmissions");

            migrationBuilder.DropTable(
                name: "ListingTalks");

            migrationBuilder.DropTable(
                name: "ListingTexts");

            migrationBuilder.DropTable(
                name: "ListingVariants");

            migrationBuilder.DropTable(
                name: "ListingViews");

            migrationBuilder.DropTable(
                name: "LowStockMarks");

            migrationBuilder.DropTable(
                name: "MailChoices");

            migrationBuilder.DropTable(
                name: "Mails");

            migrationBuilder.DropTable(
                name: "MediaAssets");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "MessageAttachments");

            migrationBuilder.DropTable(
                name: "MoneyAlerts");

            migrationBuilder.DropTable(
                name: "NoReviewRequests");

            migrationBuilder.DropTable(
                name: "OfferPrices");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "OfferStocks");

            migrationBuilder.DropTable(
                name: "OneTimeTokens");

            migrationBuilder.DropTable(
                name: "OrderCounters");

            migrationBuilder.DropTable(
                name: "OrderEvents");

            migrationBuilder.DropTable(
                name: "OrderLineAmounts");

            migrationBuilder.DropTable(
                name: "OrderNotes");

            migrationBuilder.DropTable(
                name: "OrderRefunds");

            migrationBuilder.DropTable(
                name: "Orders");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "OwnPages");

            migrationBuilder.DropTable(
                name: "PageRevisions");

            migrationBuilder.DropTable(
                name: "PaymentCommands");

            migrationBuilder.DropTable(
                name: "PaymentRefunds");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "PayoutAccountRequests");

            migrationBuilder.DropTable(
                name: "PersonClaims");

            migrationBuilder.DropTable(
                name: "PersonLogins");

            migrationBuilder.DropTable(
                name: "PersonPasskeys");

            migrationBuilder.DropTable(
                name: "PersonTokens");

            migrationBuilder.DropTable(
                name: "PlatformSettings");

            migrationBuilder.DropTable(
                name: "PriceChanges");

            migrationBuilder.DropTable(
                name: "ProductGroupMembers");

            migrationBuilder.DropTable(
                name: "ProductGroups");

            migrationBuilder.DropTable(
                name: "ProvenDomains");

            migrationBuilder.DropTable(
                name: "PublishedAnswers");

            migrationBuilder.DropTable(
                name: "PublishedTexts");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.DropTable(
                name: "ReconciliationItems");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "ReviewNotes");

            migrationBuilder.DropTable(
                name: "ReviewReplies");

            migrationBuilder.DropTable(
                name: "ReviewReports");

            migrationBuilder.DropTable(
                name: "ReviewRevisions");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropTable(
                name: "ReviewStandings");

            migrationBuilder.DropTable(
                name: "SavedAddresses");

            migrationBuilder.DropTable(
                name: "SavedItems");

            migrationBuilder.DropTable(
                name: "SavedOrderViews");

            migrationBuilder.DropTable(
                name: "SavedReplies");

            migrationBuilder.DropTable(
                name: "SellerDomains");

            migrationBuilder.DropTable(
                name: "SellerHealths");

            migrationBuilder.DropTable(
                name: "SellerOrderAmounts");

            migrationBuilder.DropTable(
                name: "SellerPayouts");

            migrationBuilder.DropTable(
                name: "SellerPlans");

            migrationBuilder.DropTable(
                name: "SellerProfiles");

            migrationBuilder.DropTable(
                name: "SellerResponses");

            migrationBuilder.DropTable(
                name: "Sellers");

            migrationBuilder.DropTable(
                name: "SellerStandings");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "ShipmentLines");

            migrationBuilder.DropTable(
                name: "ShippingMethods");

            migrationBuilder.DropTable(
                name: "ShippingProfiles");

            migrationBuilder.DropTable(
                name: "ShopFollows");

            migrationBuilder.DropTable(
                name: "ShopViews");

            migrationBuilder.DropTable(
                name: "SpentQuestions");

            migrationBuilder.DropTable(
                name: "StaffInvitations");

            migrationBuilder.DropTable(
                name: "StockLocations");

            migrationBuilder.DropTable(
                name: "StockMovements");

            migrationBuilder.DropTable(
                name: "StockRequests");

            migrationBuilder.DropTable(
                name: "StockReservations");

            migrationBuilder.DropTable(
                name: "StripeEvents");

            migrationBuilder.DropTable(
                name: "TaxRates");

            migrationBuilder.DropTable(
                name: "TermsAcceptances");

            migrationBuilder.DropTable(
                name: "ThreadMessages");

            migrationBuilder.DropTable(
                name: "ThreadReports");

            migrationBuilder.DropTable(
                name: "BuyerCarts");

            migrationBuilder.DropTable(
                name: "Holdings");

            migrationBuilder.DropTable(
                name: "ImportRuns");

            migrationBuilder.DropTable(
                name: "LedgerTransactions");

            migrationBuilder.DropTable(
                name: "Listings");

            migrationBuilder.DropTable(
                name: "PublishedListings");

            migrationBuilder.DropTable(
                name: "ReconciledBalances");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "OrderLines");

            migrationBuilder.DropTable(
                name: "Shipments");

            migrationBuilder.DropTable(
                name: "ShippingZones");

            migrationBuilder.DropTable(
                name: "MessageThreads");

            migrationBuilder.DropTable(
                name: "SellerOrders");
        }
    }
}
