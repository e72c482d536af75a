using Marketplace.Accounts.Identity.Model;
using Marketplace.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Marketplace.Accounts.Identity.Adapters;

/// <summary>
/// Identity's store on the one model. It never saves: the message pipeline does, with everything else the handler did.
/// </summary>
internal sealed class PersonStore
    : UserOnlyStore<Person, PlatformDb, string, PersonClaim, PersonLogin, PersonToken, PersonPasskey>
{
    public PersonStore(PlatformDb db, IdentityErrorDescriber describer) : base(db, describer) => AutoSaveChanges = false;
}
