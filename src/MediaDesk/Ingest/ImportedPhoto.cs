using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Search;

namespace MediaDesk.Ingest;

/// <summary>What became of a record.</summary>
internal enum ImportOutcome
{
    Added,
    Updated,
    Unchanged,
}

/// <summary>A record as the photo it becomes where it is new, with what the index will hold of it.</summary>
internal sealed class ImportedPhoto
{
    private readonly (AgencyCatalogue, string) knowledge;

    public ImportedPhoto(MediaItem item, SearchIndex index)
    {
        knowledge = index.Knowledge;
        (Item, Document, Fields) = (item, index.Describe(item), BulkMedia.Json(item.Fields));
    }

    public MediaItem Item { get; }

    public SearchDocument Document { get; private set; }

    /// <summary>Its fields as the row holds them.</summary>
    public ReadOnlyMemory<byte> Fields { get; }

    public ImportOutcome Outcome { get; set; }

    /// <summary>Agencies or places may have changed since it was described: under the write lock, what holds now is what counts.</summary>
    public SearchDocument Described(SearchIndex index)
    {
        if (knowledge != index.Knowledge)
        {
            Document = index.Describe(Item);
        }

        Document.MediaId = Item.Id;
        return Document;
    }
}
