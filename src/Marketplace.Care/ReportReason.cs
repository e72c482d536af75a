namespace Marketplace.Care;

/// <summary>Why somebody reports what somebody else wrote.</summary>
public enum ReportReason
{
    Insulting,
    Untrue,
    Advertising,
    PersonalData,
    NotAboutTheGoods,
    Illegal,
    Other,
}
